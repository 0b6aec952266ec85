import Foundation
import Reports

/// The picture of fits of frames.
struct FramesPictureFile {
  private let path: String
  private let format: PictureFormat

  /// - Throws: where the path names no picture, before anything is fitted.
  init(_ path: String) throws(Fault) {
    self.path = path
    do throws(ReportError) { format = try PictureFormat(path: path) } catch { throw Fault(error) }
  }

  func write(_ courses: FrameCourses) throws(Fault) {
    let bytes: Data
    do throws(ReportError) { bytes = try Gnuplot.draw(courses.plot(), as: format) } catch {
      throw Fault(error)
    }
    try TextFile.write(bytes, to: path)
  }
}

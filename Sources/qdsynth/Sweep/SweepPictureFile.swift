import Campaigns
import Foundation
import Reports

/// The picture of a sweep beside its table.
struct SweepPictureFile {
  let directory: CampaignDirectory
  let kind: Design.Kind

  /// Beyond so many runs a curve for each setting is no picture any more.
  private static let runLimit = 2000

  var path: String { directory.path + "/sweep.svg" }

  /// Draws the table; gives the reason where there is no picture.
  func draw(_ progress: CampaignProgress) -> String? {
    guard progress.done > 1, progress.runs <= Self.runLimit else {
      return "no picture of \(progress.done) points done"
    }
    do {
      let table = told(try String(contentsOfFile: directory.table, encoding: .utf8))
      let picture = try SweepPicture(csv: table, path: directory.table)
      let drawing = try Gnuplot.draw(picture.plot, as: .svg)
      try drawing.write(to: URL(fileURLWithPath: path), options: .atomic)
      return nil
    } catch {
      return "no picture: \(error)"
    }
  }

  /// The table as the picture is to read it: axes that move together are drawn along the first.
  ///
  /// A column without a dot in its name is no swept path to the picture, and makes no curves.
  private func told(_ table: String) -> String {
    guard case .zip(let axes) = kind, let end = table.firstIndex(of: "\n") else { return table }
    let head = axes.dropFirst().reduce(String(table[..<end])) { head, axis in
      head.replacing(axis.path, with: axis.path.replacing(".", with: "_"))
    }
    return head + table[end...]
  }
}

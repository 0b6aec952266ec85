public import Foundation

/// The plotting program.
public enum Gnuplot {
  /// The bytes of a picture: a file's content, or the lines of a terminal.
  public static func draw(_ plot: PlotData, as format: PictureFormat) throws(ReportError) -> Data {
    let picture = try run(GnuplotScript(plot, as: format).text, folders: searchPath)
    return format == .svg ? Self.withCommonFonts(picture) : picture
  }

  /// An SVG is shown with the fonts of whoever reads it; Verdana is as wide as ours.
  private static func withCommonFonts(_ svg: Data) -> Data {
    let text = String(decoding: svg, as: UTF8.self)
    return Data(
      text.replacing(
        "font-family=\"DejaVu Sans\"", with: "font-family=\"DejaVu Sans, Verdana, sans-serif\""
      ).utf8)
  }

  /// The folders in which programs are looked for.
  static var searchPath: [String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map(String.init)
  }

  static func run(_ script: String, folders: [String]) throws(ReportError) -> Data {
    let places = folders.map { $0 + "/gnuplot" }
    guard let program = places.first(where: FileManager.default.isExecutableFile) else {
      throw .gnuplotMissing
    }
    do {
      return try output(of: program, reading: script)
    } catch let error as ReportError {
      throw error
    } catch {
      throw .gnuplotFailed(reason: error.localizedDescription)
    }
  }

  /// The script lies in a file, so that no pipe can fill up while the other end waits.
  private static func output(of program: String, reading script: String) throws -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("qdsynth-plot-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, complaints) = (
      folder.appendingPathComponent("script"), folder.appendingPathComponent("log")
    )
    try Data(script.utf8).write(to: input)
    try Data().write(to: complaints)
    let pipe = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [input.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = try FileHandle(forWritingTo: complaints)
    try process.run()
    let picture = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let complaint = String(decoding: try Data(contentsOf: complaints), as: UTF8.self)
    guard process.terminationStatus == 0, !picture.isEmpty else {
      throw ReportError.gnuplotFailed(reason: complaint.isEmpty ? "no picture" : complaint)
    }
    return picture
  }
}

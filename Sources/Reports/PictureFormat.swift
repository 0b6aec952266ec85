/// Where a picture goes: a file of some kind, or the terminal.
public enum PictureFormat: Sendable, Equatable {
  case svg
  case png
  case pdf
  /// Characters, so many wide.
  case terminal(width: Int)

  static let extensions = [".svg", ".png", ".pdf"]

  /// The format that the name of a file asks for.
  public init(path: String) throws(ReportError) {
    switch path.split(separator: ".").last?.lowercased() {
    case "svg": self = .svg
    case "png": self = .png
    case "pdf": self = .pdf
    default: throw .unknownFormat(path: path)
    }
  }
}

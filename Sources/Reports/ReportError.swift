/// What can go wrong while a picture is made.
public enum ReportError: Error, Equatable, Sendable {
  /// The plotting program is not there.
  case gnuplotMissing
  /// The plotting program refused.
  case gnuplotFailed(reason: String)
  /// The name of a picture does not say of which kind it is.
  case unknownFormat(path: String)
  /// The file has nothing of what was asked for.
  case nothingToDraw(what: String)
  /// A table that was given cannot be drawn; the place is `file:line` where there is one.
  case badTable(place: String, reason: String)
}

extension ReportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .gnuplotMissing:
      "gnuplot is needed for pictures and was not found; on Debian, install the package gnuplot-nox"
    case .gnuplotFailed(let reason): "gnuplot: \(reason)"
    case .unknownFormat(let path):
      "\(path): a picture ends in \(PictureFormat.extensions.joined(separator: ", "))"
    case .nothingToDraw(let what): "the fit has nothing to draw of \(what)"
    case .badTable(let place, let reason): "\(place): error: \(reason)"
    }
  }
}

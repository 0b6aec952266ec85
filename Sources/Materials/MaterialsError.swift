/// What can go wrong when a material is asked for.
public enum MaterialsError: Error, Hashable, CustomStringConvertible {
  case unknownMaterial(String, nearest: String?, known: [String])
  case unknownSizingCurve(String, nearest: String?, known: [String])
  /// Diameter and range in nm.
  case outsideSizingCurve(String, diameter: Double, range: ClosedRange<Double>)

  public var description: String {
    switch self {
    case .unknownMaterial(let name, let nearest, let known):
      return Self.unknown("material", name, nearest, known)
    case .unknownSizingCurve(let name, let nearest, let known):
      return Self.unknown("sizing curve", name, nearest, known)
    case .outsideSizingCurve(let name, let diameter, let range):
      return "a crystal of \(diameter) nm lies outside the sizing curve \(name), which holds from "
        + "\(range.lowerBound) to \(range.upperBound) nm"
    }
  }

  private static func unknown(
    _ what: String, _ name: String, _ nearest: String?, _ known: [String]
  ) -> String {
    let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? "."
    return "no \(what) is called \"\(name)\"\(hint) Known: \(known.joined(separator: ", "))"
  }
}

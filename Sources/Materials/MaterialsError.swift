/// What can go wrong when a material is asked for.
public enum MaterialsError: Error, Hashable, CustomStringConvertible {
  case unknownMaterial(String, nearest: String?, known: [String])

  public var description: String {
    switch self {
    case .unknownMaterial(let name, let nearest, let known):
      let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? "."
      return "no material is called \"\(name)\"\(hint) Known: \(known.joined(separator: ", "))"
    }
  }
}

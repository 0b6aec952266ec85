/// Paths as names that programs take: letters, digits and underscores.
public enum FitIdentifiers {
  /// One a path, all of them different.
  public static func of(_ paths: [String]) -> [String] {
    var taken: Set<String> = []
    return paths.map { path in
      let parts = path.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
      let name = parts.joined(separator: "_")
      var (own, number) = (name, 2)
      while !taken.insert(own).inserted {
        own = "\(name)_\(number)"
        number += 1
      }
      return own
    }
  }
}

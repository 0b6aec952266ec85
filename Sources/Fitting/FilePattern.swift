import Foundation

/// Files by a name with * and ? in its last part.
enum FilePattern {
  /// The files that match, in the order of their names; the path itself where it has no wildcard.
  static func matches(of path: String) -> [String] {
    let files = FileManager.default
    guard let slash = path.lastIndex(of: "/") else { return matches(of: "./\(path)") }
    let (folder, name) = (String(path[..<slash]), path[path.index(after: slash)...])
    guard name.contains(where: { "*?".contains($0) }) else {
      return files.fileExists(atPath: path) ? [path] : []
    }
    let names = (try? files.contentsOfDirectory(atPath: folder.isEmpty ? "/" : folder)) ?? []
    return names.filter { matches($0[...], name) }.sorted().map { "\(folder)/\($0)" }
  }

  private static func matches(_ text: Substring, _ pattern: Substring) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    if first == "*" {
      return matches(text, rest) || (!text.isEmpty && matches(text.dropFirst(), pattern))
    }
    guard let head = text.first, first == "?" || first == head else { return false }
    return matches(text.dropFirst(), rest)
  }
}

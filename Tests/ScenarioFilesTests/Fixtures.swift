import Foundation
import Testing

/// A good scenario, and changes of one place each that make it bad.
enum Fixtures {
  /// One change, and what must be said of it.
  struct Bad: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let find: String
    let replace: String
    let message: String
    let hint: String?
    let line: Int
    let column: Int

    var testDescription: String { name }

    /// The good scenario with the change.
    var text: String { good.replacingOccurrences(of: find, with: replace) }
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static let good = text("good.toml")

  /// Laws with forms, lists and a law inside another.
  static let goodLaws = text("good-laws.toml")

  static let bad: [Bad] = {
    (try? JSONDecoder().decode([Bad].self, from: Data(text("bad.json").utf8))) ?? []
  }()

  /// The scenarios that the repository ships.
  static let shipped: [String] = {
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Scenarios")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().map { root.path + "/\($0)/scenario.toml" }
      .filter(FileManager.default.fileExists)
  }()

  private static func text(_ name: String) -> String {
    (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
  }
}

public import ArgumentParser
public import BatchSystems

extension BatchEngine: ExpressibleByArgument {}

/// Who is to make runs: a scheduler, or this computer.
enum EngineChoice: Equatable, ExpressibleByArgument {
  case local
  case cluster(BatchEngine)

  private static let localName = "local"

  init?(argument: String) {
    if argument == Self.localName {
      self = .local
    } else if let engine = BatchEngine(rawValue: argument) {
      self = .cluster(engine)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { BatchEngine.allCases.map(\.rawValue) + [localName] }

  /// Nothing for this computer.
  var scheduler: BatchEngine? {
    if case .cluster(let engine) = self { engine } else { nil }
  }
}

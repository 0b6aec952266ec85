/// What can be wrong with a template, or with what a scheduler answers.
public enum BatchError: Error, Equatable, Sendable {
  case unknownPlaceholder(String, file: String, line: Int, advice: String)
  case openPlaceholder(file: String, line: Int)
  case missingPlaceholder(String, file: String, purpose: String)
  case badValue(key: String, value: String, demand: String)
  case refused(command: String, said: String)
  case noJob(command: String, said: String)
}

extension BatchError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownPlaceholder(let name, let file, let line, let advice):
      "\(file):\(line): no placeholder is called {{\(name)}}; \(advice)"
    case .openPlaceholder(let file, let line):
      "\(file):\(line): \"{{\" opens a placeholder that \"}}\" does not close on the same line"
    case .missingPlaceholder(let name, let file, let purpose):
      "\(file): has no {{\(name)}}, \(purpose); --print-template shows where it stands"
    case .badValue(let key, let value, let demand):
      "\(key) = \"\(value)\" cannot be used: \(demand)"
    case .refused(let command, let said):
      "\(command) was refused: \(said.isEmpty ? "without a word" : said)"
    case .noJob(let command, let said):
      "\(command) answered \"\(said)\", which names no job"
    }
  }
}

/// What is handed to a scheduler in one go: some tasks of a sweep as one array, or the merge after them.
public struct BatchJob: Sendable, Equatable {
  public enum Work: Sendable, Equatable {
    /// Tasks by their numbers in the submission.
    case tasks(Range<Int>)
    case merge
  }

  /// As the queue shows it.
  public var name: String
  /// The folder of the sweep, from the root.
  public var folder: String
  /// Where logs go, from the folder on and without an ending: "logs/0001".
  public var log: String
  /// The program with its arguments; a script adds `--index` and the number of the task.
  public var command: [String]
  public var work: Work
  public var resources: BatchResources

  public init(
    name: String, folder: String, log: String, command: [String], work: Work,
    resources: BatchResources
  ) {
    self.name = Self.plainName(name)
    self.folder = folder
    self.log = log
    self.command = command
    self.work = work
    self.resources = resources
  }

  var tasks: Range<Int>? {
    if case .tasks(let tasks) = work { tasks } else { nil }
  }

  /// A name that every scheduler takes: letters and digits, a letter first, 15 at most.
  private static func plainName(_ name: String) -> String {
    let kept = name.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        ? Character(scalar) : "-"
    }
    let text = String(kept)
    let isLed = text.first?.isLetter == true
    return String(((isLed ? "" : "qd-") + text).prefix(15))
  }
}

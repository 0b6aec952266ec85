/// What a scheduler is: how its scripts look, what is typed to it, and what its answers mean.
///
/// Nothing here runs a program: a system forms commands, and reads what they answered.
public protocol BatchSystem: Sendable {
  var engine: BatchEngine { get }

  /// The script of an array of tasks, and of the merge after them, with ``Placeholder``s.
  var template: String { get }

  /// Whether it tells a task that its walltime ends, by a signal; else tasks watch the clock themselves.
  var announcesEnd: Bool { get }

  /// The index that the first task of a job has in the scheduler's own count.
  func firstIndex(ofTasksFrom first: Int) -> Int

  /// What a job puts in the place of those placeholders that schedulers write in their own ways.
  func ownValues(of job: BatchJob) -> [Placeholder: [String]]

  /// Hands a script in, to be typed in the folder of the sweep.
  ///
  /// - Parameter jobs: all that must have ended before, in whatever way.
  func submission(of job: BatchJob, script path: String, after jobs: [String]) -> BatchCommand

  /// Whether the scheduler would take a script, where it can say so without taking it.
  func trial(of job: BatchJob, script path: String) -> BatchCommand?

  /// The name that a scheduler has given to what it took.
  func job(in answer: CommandAnswer) throws(BatchError) -> String

  func cancellation(of jobs: [String]) -> BatchCommand

  /// Asks once what has become of all of some jobs; nothing where there is nobody to ask.
  func inquiry(about jobs: [String]) -> BatchCommand?

  func living(in answer: CommandAnswer, to jobs: [String]) -> QueueAnswer

  /// Asks how long an array may be, where that can be asked.
  var limitInquiry: BatchCommand? { get }

  /// Indices from ``firstIndex(ofTasksFrom:)`` on that one array may have.
  func arrayLimit(in answer: CommandAnswer) -> Int?

  /// Words of a refusal that passes by itself.
  var busyWords: [String] { get }
}

extension BatchSystem {
  public func trial(of job: BatchJob, script path: String) -> BatchCommand? { nil }
  public var limitInquiry: BatchCommand? { nil }
  public func arrayLimit(in answer: CommandAnswer) -> Int? { nil }

  /// Whether a command failed for no fault of its own, so that the same one may succeed later.
  public func isBusy(_ answer: CommandAnswer) -> Bool {
    let said = answer.said.lowercased()
    return answer.status != 0 && busyWords.contains { said.contains($0.lowercased()) }
  }

  /// The task that an index of the scheduler's stands for.
  public func task(atIndex index: Int, ofTasksFrom first: Int) -> Int {
    index - firstIndex(ofTasksFrom: first) + first
  }
}

import BatchSystems
import Campaigns
import Foundation

/// What schedulers know of the tasks of a sweep, asked once.
struct Queue: Sendable {
  /// A job that waits or runs, with so many of its tasks; the merge of a submission has none.
  struct Job: Sendable, Encodable {
    let submission: Int
    let engine: String
    let id: String
    let waiting: Int
    let running: Int
    let merges: Bool
  }

  private(set) var jobs: [Job] = []
  /// Why nothing is known of some submissions.
  private(set) var silences: [String] = []
  /// Tasks that wait or run, of each submission whose scheduler answered.
  private var living: [Int: Set<Int>] = [:]

  /// Asks every scheduler that has jobs of the sweep, one question each.
  init(_ submissions: [Submission], in folder: String) {
    for engine in BatchEngine.allCases {
      let own = submissions.filter { $0.engine == engine.rawValue && !$0.jobs.isEmpty }
      let names = own.flatMap { $0.jobs.map(\.id) + ($0.mergeJob.map { [$0] } ?? []) }
      guard !own.isEmpty, let inquiry = engine.system.inquiry(about: names) else { continue }
      let scheduler = Scheduler(system: engine.system, folder: folder)
      let answer: QueueAnswer
      do throws(Fault) {
        answer = engine.system.living(in: try scheduler.ask(inquiry), to: names)
      } catch {
        answer = .silent(reason: error.message)
      }
      switch answer {
      case .silent(let reason): silences.append("\(engine.title) does not answer: \(reason)")
      case .living(let tasks): for submission in own { take(tasks, of: submission, engine) }
      }
    }
  }

  private mutating func take(
    _ tasks: [LivingTask], of submission: Submission, _ engine: BatchEngine
  ) {
    var numbers: Set<Int> = []
    for job in submission.jobs {
      let own = tasks.filter { $0.job == job.id }
      for task in own {
        // What is no array is a single task.
        let number = task.index.map {
          engine.system.task(atIndex: $0, ofTasksFrom: job.firstTask)
        }
        numbers.insert(number ?? job.firstTask)
      }
      add(own, job.id, of: submission, merges: false)
    }
    living[submission.number] = numbers
    if let merge = submission.mergeJob {
      add(tasks.filter { $0.job == merge }, merge, of: submission, merges: true)
    }
  }

  private mutating func add(
    _ tasks: [LivingTask], _ id: String, of submission: Submission, merges: Bool
  ) {
    guard !tasks.isEmpty else { return }
    let running = tasks.count { $0.isRunning }
    jobs.append(
      Job(
        submission: submission.number, engine: submission.engine, id: id,
        waiting: tasks.count - running, running: running, merges: merges))
  }

  var isEmpty: Bool { jobs.isEmpty }

  /// Names of jobs of a scheduler that wait or run.
  func jobs(of engine: BatchEngine) -> [String] {
    jobs.filter { $0.engine == engine.rawValue }.map(\.id)
  }

  /// For those who judge whether a worker lives.
  var life: TaskLife {
    { submission, task in living[submission].map { $0.contains(task) } }
  }

  /// Chunks of tasks that wait or run.
  func chunks(of submissions: [Submission]) -> Set<Int> {
    Set(
      submissions.flatMap { submission in
        (living[submission.number] ?? []).filter(submission.tasks.indices.contains)
          .flatMap { submission.tasks[$0].indices }
      })
  }

  /// A line a job, for people.
  var lines: [String] {
    let told = jobs.map { job in
      let title = BatchEngine(rawValue: job.engine)?.title ?? job.engine
      let state =
        job.merges
        ? "merge " + (job.running > 0 ? "running" : "waiting")
        : "\(job.running) tasks running, \(job.waiting) waiting"
      return "  \(title) job \(job.id), submission \(job.submission): \(state)"
    }
    return told + silences.map { "  \($0)" }
  }
}

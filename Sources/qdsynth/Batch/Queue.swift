import BatchSystems
import Campaigns
import Foundation

/// What schedulers know of the tasks of a sweep, asked once.
struct Queue: Sendable {
  /// Tasks that wait or run, of each submission whose scheduler answered.
  private(set) var living: [Int: Set<Int>] = [:]
  /// Of those, the ones that run.
  private(set) var running: [Int: Set<Int>] = [:]
  /// Jobs that wait or run, arrays and merges.
  private(set) var jobs: [BatchEngine: [String]] = [:]
  /// Why nothing is known of some submissions.
  private(set) var silences: [String] = []

  /// Asks every scheduler that has jobs of the sweep, one question each.
  init(_ submissions: [Submission], in folder: String) {
    for engine in BatchEngine.allCases {
      let own = submissions.filter { $0.engine == engine.rawValue && !$0.jobs.isEmpty }
      guard !own.isEmpty else { continue }
      let names = own.flatMap { $0.jobs.map(\.id) + ($0.mergeJob.map { [$0] } ?? []) }
      guard let inquiry = engine.system.inquiry(about: names) else { continue }
      let scheduler = Scheduler(system: engine.system, folder: folder)
      let answer: QueueAnswer
      do throws(Fault) {
        answer = engine.system.living(in: try scheduler.ask(inquiry), to: names)
      } catch {
        answer = .silent(reason: error.message)
      }
      switch answer {
      case .silent(let reason): silences.append("\(engine.title) does not answer: \(reason)")
      case .living(let tasks): take(tasks, of: own, engine)
      }
    }
  }

  private mutating func take(
    _ tasks: [LivingTask], of submissions: [Submission], _ engine: BatchEngine
  ) {
    var seen = Set<String>()
    jobs[engine] = tasks.map(\.job).filter { seen.insert($0).inserted }
    for submission in submissions {
      living[submission.number] = []
      running[submission.number] = []
      for task in tasks {
        guard let job = submission.jobs.first(where: { $0.id == task.job }) else { continue }
        let number = task.index.map {
          engine.system.task(atIndex: $0, ofTasksFrom: job.firstTask)
        }
        // What is no array is a single task.
        living[submission.number]?.insert(number ?? job.firstTask)
        if task.isRunning { running[submission.number]?.insert(number ?? job.firstTask) }
      }
    }
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
}

import BatchSystems
import Campaigns
import Foundation

/// The schedulers that a sweep was handed to, asked and told what its tasks are to do.
struct SweepSchedulers {
  let campaign: Campaign
  private var last: (queue: Queue, time: ContinuousClock.Instant)?

  /// Asked again and again, they are asked no sooner than after this time.
  private static let pause = Duration.seconds(15)

  init(campaign: Campaign) {
    self.campaign = campaign
  }

  private var folder: String {
    URL(fileURLWithPath: campaign.directory.path).standardizedFileURL.path
  }

  /// What they know of all that was handed in, at most some seconds ago.
  mutating func queue() throws -> Queue {
    if let last, last.time.duration(to: .now) < Self.pause { return last.queue }
    let queue = Queue(try campaign.directory.submissionList(), in: folder)
    last = (queue, .now)
    return queue
  }

  /// Ends all jobs that wait or run, or says which.
  mutating func cancel(isRehearsal: Bool) throws -> [String] {
    let queue = try queue()
    if let silence = queue.silences.first { throw Fault(.environment, "error: \(silence)") }
    let cancellation = QueueCancellation(
      submissions: try campaign.directory.submissionList(), folder: folder)
    var told: [String] = []
    for (scheduler, command) in cancellation.commands(queue) {
      if !isRehearsal {
        let answer = try scheduler.ask(command)
        guard answer.status == 0 else {
          throw Fault(
            .environment,
            "error: \(BatchError.refused(command: command.text, said: answer.summary))")
        }
      }
      told.append((isRehearsal ? "would type: " : "") + command.text)
    }
    let processes = cancellation.parallelProcesses()
    if !isRehearsal { cancellation.end(processes) }
    return told
      + processes.map { "\(isRehearsal ? "would stop " : "")GNU parallel, process \($0)" }
  }
}

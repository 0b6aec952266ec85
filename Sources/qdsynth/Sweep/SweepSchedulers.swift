import Campaigns

/// The schedulers that a sweep was handed to, asked and told what its tasks are to do.
struct SweepSchedulers {
  let campaign: Campaign

  /// What they know of tasks that hold chunks.
  func life() throws -> TaskLife { { _, _ in nil } }

  /// Ends all jobs that wait or run, or says which.
  func cancel(isRehearsal: Bool) throws -> [String] { [] }
}

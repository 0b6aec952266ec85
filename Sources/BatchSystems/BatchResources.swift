/// What every task of a job is to have; what is not given is left to the scheduler.
public struct BatchResources: Sendable, Equatable {
  /// s.
  public var walltime: Int?
  /// Of a task, bytes.
  public var memory: Int?
  public var cores = 1
  public var account: String?
  /// A partition, or a queue.
  public var partition: String?
  /// Tasks that run at the same time.
  public var atMost: Int?
  /// Lines of the script before the program starts, such as `module load hdf5`.
  public var setup: [String] = []
  /// Options of the scheduler, as they would stand after its mark in a script.
  public var options: [String] = []

  public init() {}

  /// How long before the end of its walltime a task is told to stop, s.
  ///
  /// A step of a run and a write take seconds; a scheduler may be late by some more.
  public var notice: Int { min(60, (walltime ?? .max) / 4) }

  /// When a task stops by itself where its scheduler sends no signal, s.
  public var stopAfter: Int? { walltime.map { $0 - notice } }

  /// Refuses what would break a line of a script apart.
  public func check() throws(BatchError) {
    for (key, value) in [("account", account), ("partition", partition)] {
      guard let value else { continue }
      guard !value.isEmpty, !value.contains(where: { $0.isWhitespace || "'\"\\".contains($0) })
      else { throw .badValue(key: key, value: value, demand: "one word without quotes") }
    }
    for (key, lines) in [("setup", setup), ("options", options)] {
      for line in lines where line.contains(where: \.isNewline) || line.isEmpty {
        throw .badValue(key: key, value: line, demand: "one line for each entry")
      }
    }
    for (key, value, least) in [
      ("walltime", walltime, 4), ("memory", memory, 1), ("cores", cores, 1), ("at_most", atMost, 1),
    ] {
      guard let value, value < least else { continue }
      throw .badValue(key: key, value: "\(value)", demand: "at least \(least)")
    }
  }

  /// Whole MiB that hold the memory.
  var mebibytes: Int? { memory.map { ($0 + (1 << 20) - 1) >> 20 } }

  /// "01:30:00", hours beyond 24 among them.
  var clock: String? {
    walltime.map { "\(Self.two($0 / 3600)):\(Self.two($0 / 60 % 60)):\(Self.two($0 % 60))" }
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

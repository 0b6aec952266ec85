public import Checkpoints
import HDF5Files

/// A run as it is kept underway, so that another process can go on with it.
///
/// One HDF5 file, which takes its name only when whole:
///
///     /          @format="qdsynth-checkpoint" @format_version @creator @creator_version @file_time
///                @experiment (SHA-256) @engine @time (s) @reached @state (SHA-256)
///     /state     the words of the state, 64 bits each
public struct Checkpoint: Sendable, Hashable {
  public static let format = "qdsynth-checkpoint"
  /// Rises whenever any part of a run is kept in another way.
  public static let formatVersion: Int64 = 1

  /// SHA-256 of the text that decides what is simulated and recorded.
  public var experiment: String
  /// The version of the program.
  public var creatorVersion: String
  public var engine: String
  /// Simulated time, s; of replicates their mean.
  public var time: Double
  /// How far the run is, in words.
  public var reached: String
  public var fileTime: String
  public var tape: StateTape

  public init(
    experiment: String, creatorVersion: String, engine: String, time: Double, reached: String,
    fileTime: String, tape: StateTape
  ) {
    self.experiment = experiment
    self.creatorVersion = creatorVersion
    self.engine = engine
    self.time = time
    self.reached = reached
    self.fileTime = fileTime
    self.tape = tape
  }

  private var integers: [Int64] { tape.words.map { Int64(bitPattern: $0) } }

  /// SHA-256 of the words, the lowest byte of each first.
  private static func digest(of words: [UInt64]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * words.count)
    for word in words {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return SHA256.digits(of: bytes)
  }
}

// MARK: - The file

extension Checkpoint {
  /// Writes the file anew.
  public func write(to path: String) throws(ResultError) {
    do throws(HDF5Error) {
      let draft = try HDF5Draft(creating: path)
      let root = try draft.root()
      try root.set("format", to: .string(Self.format))
      try root.set("format_version", to: .integer(Self.formatVersion))
      try root.set("creator", to: .string(ResultFormat.creator))
      try root.set("creator_version", to: .string(creatorVersion))
      try root.set("file_time", to: .string(fileTime))
      try root.set("experiment", to: .string(experiment))
      try root.set("engine", to: .string(engine))
      try root.set("time", to: .number(time))
      try root.set("reached", to: .string(reached))
      try root.set("state", to: .string(Self.digest(of: tape.words)))
      try root.write(integers, as: "state")
      try draft.publish()
    } catch {
      throw .file(error)
    }
  }

  /// Reads a file that must be whole, and of this version of the program.
  ///
  /// - Parameter version: of the program.
  public init(reading path: String, version: String) throws(ResultError) {
    let file: HDF5File
    do throws(HDF5Error) {
      file = try HDF5File(reading: path)
    } catch {
      throw .file(error)
    }
    do throws(HDF5Error) {
      let root = try file.root()
      guard try root.attribute("format")?.text == Self.format else {
        throw .mismatch(name: "/@format", reason: "is not \"\(Self.format)\"")
      }
      let creator = try root.word("creator_version")
      guard try root.attribute("format_version") == .integer(Self.formatVersion), creator == version
      else {
        throw .mismatch(
          name: "/@creator_version", reason: "is \(creator), and this is qdsynth \(version)")
      }
      guard case .number(let time)? = try root.attribute("time") else {
        throw .absent(name: "/@time")
      }
      let words = try root.dataset("state").integers().map { UInt64(bitPattern: $0) }
      guard Self.digest(of: words) == (try root.word("state")) else {
        throw .mismatch(name: "/state", reason: "is not what was written, by its SHA-256")
      }
      self.init(
        experiment: try root.word("experiment"), creatorVersion: creator,
        engine: try root.word("engine"), time: time, reached: try root.word("reached"),
        fileTime: try root.word("file_time"), tape: StateTape(reading: words))
    } catch {
      throw .notACheckpoint(path: path, reason: error.description)
    }
  }
}

extension HDF5Group {
  fileprivate func word(_ name: String) throws(HDF5Error) -> String {
    guard let text = try attribute(name)?.text else { throw .absent(name: "/@\(name)") }
    return text
  }
}

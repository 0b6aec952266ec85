import Checkpoints
import Foundation
import HDF5Files
import Testing

@testable import Results

@Suite struct `A checkpoint` {
  private let checkpoint = Checkpoint(
    experiment: "abc", creatorVersion: "1.2.3", engine: "balance", time: 1.5,
    reached: "1.5 s of 3 s were simulated", fileTime: "2026-01-01T00:00:00Z",
    tape: StateTape(reading: (0..<20_000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }))

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appendingPathComponent("run.h5.checkpoint").path)
  }

  @Test func `is read as it was written, and written over`() throws {
    try inFolder { path in
      try checkpoint.write(to: path)
      #expect(try Checkpoint(reading: path, version: "1.2.3") == checkpoint)
      var later = checkpoint
      later.time = 2
      try later.write(to: path)
      #expect(try Checkpoint(reading: path, version: "1.2.3").time == 2)
    }
  }

  @Test func `of another version is refused`() throws {
    try inFolder { path in
      try checkpoint.write(to: path)
      #expect {
        try Checkpoint(reading: path, version: "1.2.4")
      } throws: { error in
        "\(error)".contains("/@creator_version is 1.2.3, and this is qdsynth 1.2.4")
          || "\(error)".contains("is 1.2.3, and this is qdsynth 1.2.4")
      }
    }
  }

  @Test func `is refused wherever it is cut off or changed`() throws {
    try inFolder { path in
      try checkpoint.write(to: path)
      let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
      for share in [0, 0.01, 0.3, 0.6, 0.9, 0.999] {
        let cut = bytes.prefix(Int(share * Double(bytes.count)))
        try Data(cut).write(to: URL(fileURLWithPath: path))
        #expect(throws: ResultError.self) { try Checkpoint(reading: path, version: "1.2.3") }
      }
      for share in stride(from: 0.2, to: 0.95, by: 0.05) {
        var changed = bytes
        for place in 0..<64 { changed[Int(share * Double(bytes.count)) + place] ^= 0x5A }
        try Data(changed).write(to: URL(fileURLWithPath: path))
        if let read = try? Checkpoint(reading: path, version: "1.2.3") {
          #expect(read.tape == checkpoint.tape)
        }
      }
    }
  }

  @Test func `is not a result, nor anything else`() throws {
    try inFolder { path in
      try HDF5Draft(creating: path).publish()
      #expect(throws: ResultError.self) { try Checkpoint(reading: path, version: "1.2.3") }
    }
  }
}

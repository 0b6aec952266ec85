import Foundation
import HDF5Files
import Testing

@Suite struct `HDF5 faults` {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func `a missing file is named`() {
    let path = folder.file("none.h5")
    let error = #expect(throws: HDF5Error.self) { _ = try HDF5File(reading: path).root() }
    #expect(error == .missing(path: path))
  }

  @Test func `what is not HDF5 is said in HDF5's words`() throws {
    let path = folder.file("notes.h5")
    try "time,radius\n".write(toFile: path, atomically: false, encoding: .utf8)
    let error = #expect(throws: HDF5Error.self) { _ = try HDF5File(reading: path).root() }
    #expect("\(try #require(error))".contains("file signature not found"))
    #expect("\(try #require(error))".hasPrefix("\(path): not a readable HDF5 file: "))
  }

  @Test func `a file cut short is refused`() throws {
    let path = folder.file("cut.h5")
    try write(to: path)
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.truncate(atOffset: handle.seekToEnd() / 2)
    let error = #expect(throws: HDF5Error.self) { _ = try HDF5File(reading: path).root() }
    #expect("\(try #require(error))".contains("truncated file"))
  }

  @Test func `absent names and wrong kinds are told apart`() throws {
    let path = folder.file("good.h5")
    try write(to: path)
    let root = try HDF5File(reading: path).root()
    #expect(throws: HDF5Error.absent(name: "/speed")) { _ = try root.dataset("speed").shape }
    #expect(throws: HDF5Error.mismatch(name: "/time", reason: "is not a group")) {
      _ = try root.group("time").names
    }
    #expect(throws: HDF5Error.mismatch(name: "/time", reason: "does not hold text")) {
      _ = try root.dataset("time").strings()
    }
  }

  @Test(arguments: [HDF5Draft.Storage.memory, .disk])
  func `a draft given up leaves what was there`(storage: HDF5Draft.Storage) throws {
    let path = folder.file("result.h5")
    try "precious".write(toFile: path, atomically: false, encoding: .utf8)
    do {
      let draft = try HDF5Draft(creating: path, in: storage)
      try draft.root().write([1.0], as: "time")
      #expect(folder.entries.count == 2)
    }
    #expect(folder.entries == ["result.h5"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
  }

  @Test func `no folder, or a folder in the way, is refused at once`() throws {
    let nowhere = folder.file("none/result.h5")
    #expect(throws: HDF5Error.cannotCreate(path: nowhere, reason: "No such file or directory")) {
      _ = try HDF5Draft(creating: nowhere).root()
    }
    #expect(throws: HDF5Error.self) { _ = try HDF5Draft(creating: folder.path).root() }
  }

  @Test func `a folder that takes no files is refused at once`() {
    let path = "/proc/result.h5"
    let error = #expect(throws: HDF5Error.self) { _ = try HDF5Draft(creating: path).root() }
    guard case .cannotCreate(path, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    .enabled(if: geteuid() == 0, "mounting a small disk needs root"),
    arguments: [HDF5Draft.Storage.memory, .disk])
  func `a full disk keeps the name free`(storage: HDF5Draft.Storage) throws {
    guard try folder.withSmallDisk({ try overfill($0, in: storage) }) else { return }
    #expect(folder.entries == ["disk"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("disk")) == [])
    try write(to: folder.file("afterwards.h5"))
  }

  private func overfill(_ disk: String, in storage: HDF5Draft.Storage) throws {
    let path = "\(disk)/result.h5"
    let noise = (0..<50_000).map { sin(Double($0) * 1e5) }
    let error = #expect(throws: HDF5Error.self) {
      let draft = try HDF5Draft(creating: path, in: storage)
      try draft.root().write(noise, as: "noise")
      try draft.publish()
    }
    guard case .cannotWrite(path, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains("No space left on device"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk) == [])
  }

  private func write(to path: String) throws {
    let draft = try HDF5Draft(creating: path)
    try draft.root().write([0.0, 1.0, 2.0], as: "time")
    try draft.publish()
  }
}

import Foundation

extension ScratchFolder {
  /// Does something on a disk of 64 kB inside the folder; gives false where none can be mounted.
  ///
  /// The disk goes in any case: lazily, since a file that HDF5 could not close for want of space stays
  /// open as long as the process lives.
  func withSmallDisk(_ body: (_ disk: String) throws -> Void) throws -> Bool {
    let disk = file("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let options = ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]
    guard try Self.run("/bin/mount", options) == 0 else { return false }
    defer { _ = try? Self.run("/bin/umount", ["--lazy", disk]) }
    try body(disk)
    return true
  }
}

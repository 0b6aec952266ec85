import Glibc
import Synchronization

/// A file beside its final place, that takes its final name only when whole.
///
/// It is on the disk (`fsync`) before it is renamed, and it is removed when it is given up.
struct TemporaryFile: ~Copyable {
  let finalPath: String
  let path: String
  private let descriptor: Int32
  private var isPublished = false

  /// Numbers the temporary files of this process.
  private static let serial = Atomic<Int>(0)

  /// Several computers may write to one folder.
  private static let host: String = {
    var name = [CChar](repeating: 0, count: 256)
    guard unsafe gethostname(&name, name.count - 1) == 0 else { return "localhost" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }()

  init(for finalPath: String) throws(HDF5Error) {
    let slash = finalPath.lastIndex(of: "/")
    let folder = slash.map { String(finalPath[...$0]) } ?? ""
    let name = slash.map { String(finalPath[finalPath.index(after: $0)...]) } ?? finalPath
    self.finalPath = finalPath
    try Self.refuseFolder(finalPath, name: name)
    // A process of this number may have been killed before, here or on a computer of the same name.
    while true {
      let serial = Self.serial.wrappingAdd(1, ordering: .relaxed).newValue
      let path = "\(folder).\(name).\(Self.host)-\(getpid())-\(serial).part"
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor < 0 else {
        self.path = path
        self.descriptor = descriptor
        return
      }
      guard errno == EEXIST else {
        throw .cannotCreate(path: finalPath, reason: SystemError.text(errno))
      }
    }
  }

  deinit {
    if !isPublished {
      _ = unsafe unlink(path)
      _ = ftruncate(descriptor, 0)
    }
    close(descriptor)
  }

  /// Appends bytes.
  func append(_ bytes: Span<UInt8>) throws(HDF5Error) {
    var written = 0
    while written < bytes.count {
      let rest = bytes.extracting(written...)
      let count = unsafe rest.withUnsafeBufferPointer { buffer in
        unsafe write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        throw .cannotWrite(path: finalPath, reason: SystemError.text(count < 0 ? errno : ENOSPC))
      }
      written += count
    }
  }

  /// Gives the file its final name.
  mutating func publish() throws(HDF5Error) {
    guard fsync(descriptor) == 0 else {
      throw .cannotWrite(path: finalPath, reason: SystemError.text(errno))
    }
    guard unsafe rename(path, finalPath) == 0 else {
      throw .cannotCreate(path: finalPath, reason: SystemError.text(errno))
    }
    isPublished = true
  }

  private static func refuseFolder(_ path: String, name: String) throws(HDF5Error) {
    var information = stat()
    let isThere = unsafe stat(path, &information) == 0
    guard name.isEmpty || (isThere && information.st_mode & S_IFMT == S_IFDIR) else { return }
    throw .cannotCreate(path: path, reason: "it is a folder; give the name of a file")
  }
}

import Glibc

/// An open file: the few system calls that the store is built on.
///
/// Errors carry the system's own words; the path in them is the one the file was opened by.
struct SystemFile: ~Copyable {
  let path: String
  private let descriptor: Int32

  enum Access {
    /// Made by this call; that it is already there is a failure of its own.
    case creating
    case replacing
    case reading
    case locking

    fileprivate var flags: Int32 {
      switch self {
      case .creating: O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC
      case .replacing: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
      case .reading: O_RDONLY | O_CLOEXEC
      case .locking: O_RDWR | O_CREAT | O_CLOEXEC
      }
    }
  }

  init(_ path: String, _ access: Access) throws(CampaignError) {
    let descriptor = unsafe open(path, access.flags, 0o666)
    guard descriptor >= 0 else {
      let reason = Self.reason(errno)
      switch access {
      case .reading: throw .cannotRead(path: path, reason: reason)
      case .creating, .replacing, .locking: throw .cannotCreate(path: path, reason: reason)
      }
    }
    self.path = path
    self.descriptor = descriptor
  }

  /// Opens a file that only one process in the world can make; nothing where another did.
  static func claim(_ path: String) throws(CampaignError) -> SystemFile? {
    let file: SystemFile
    do {
      file = try SystemFile(path, .creating)
    } catch {
      if exists(path) { return nil }
      throw error
    }
    return file
  }

  deinit {
    close(descriptor)
  }

  /// Appends all bytes in one call where the system takes them in one.
  func append(_ bytes: [UInt8]) throws(CampaignError) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        throw .cannotWrite(path: path, reason: Self.reason(count < 0 ? errno : ENOSPC))
      }
      done += count
    }
  }

  /// Waits until what was written is on the disk.
  func synchronize() throws(CampaignError) {
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .cannotWrite(path: path, reason: Self.reason(errno))
    }
  }

  /// Cuts the file short, so that nothing half-written stays in it.
  func truncate(to length: Int) { _ = ftruncate(descriptor, off_t(length)) }

  /// Up to `count` bytes from an offset; fewer at the end.
  func bytes(at offset: Int, count: Int) throws(CampaignError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: done), count - done, off_t(offset + done))
      }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw .cannotRead(path: path, reason: Self.reason(errno)) }
      if got == 0 { break }
      done += got
    }
    return Array(bytes.prefix(done))
  }

  /// Takes the lock of the file for as long as it is open; false where another holds it.
  ///
  /// A disk that knows no locks holds nobody up.
  func lock() throws(CampaignError) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return true }
    switch errno {
    case EWOULDBLOCK: return false
    case ENOLCK, ENOTSUP, ENOSYS, EINVAL: return true
    default: throw .cannotWrite(path: path, reason: Self.reason(errno))
    }
  }

  static func rename(_ path: String, to newPath: String) throws(CampaignError) {
    guard unsafe Glibc.rename(path, newPath) == 0 else {
      throw .cannotCreate(path: newPath, reason: reason(errno))
    }
  }

  static func remove(_ path: String) {
    _ = unsafe unlink(path)
  }

  static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  static func makeDirectory(_ path: String) throws(CampaignError) {
    guard unsafe mkdir(path, 0o777) != 0 else { return }
    let code = errno
    var information = stat()
    let isThere = unsafe stat(path, &information) == 0
    guard code == EEXIST, isThere, information.st_mode & S_IFMT == S_IFDIR else {
      throw .cannotCreate(path: path, reason: reason(code))
    }
  }

  /// Length of a file and when it was last written, by the clock of the disk; nothing where none is.
  static func trace(of path: String) -> FileTrace? {
    var information = stat()
    guard unsafe stat(path, &information) == 0 else { return nil }
    let time = information.st_mtim
    return FileTrace(
      length: Int(information.st_size),
      modified: Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec))
  }

  private static func reason(_ code: Int32) -> String {
    guard let words = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: words)
  }
}

extension SystemFile {
  /// All bytes of a file.
  static func contents(of path: String) throws(CampaignError) -> [UInt8] {
    let file = try SystemFile(path, .reading)
    var all: [UInt8] = []
    while true {
      let block = try file.bytes(at: all.count, count: 1 << 20)
      all += block
      if block.count < 1 << 20 { return all }
    }
  }

  /// What a short file holds.
  static func firstBytes(of path: String) throws(CampaignError) -> [UInt8] {
    try SystemFile(path, .reading).bytes(at: 0, count: 4096)
  }
}

/// How long a file is, and when it was last written.
struct FileTrace: Sendable, Equatable {
  var length: Int
  /// Seconds since 1970.
  var modified: Double
}

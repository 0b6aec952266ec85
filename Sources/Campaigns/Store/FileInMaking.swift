/// A file written beside its final place and renamed there only when whole.
struct FileInMaking: ~Copyable {
  private let file: SystemFile
  private let finalPath: String
  private let path: String
  private var buffer: [UInt8] = []
  private var isPublished = false

  init(_ finalPath: String) throws(CampaignError) {
    self.finalPath = finalPath
    path = TemporaryName.of(finalPath)
    file = try SystemFile(path, .replacing)
  }

  deinit {
    if !isPublished { SystemFile.remove(path) }
  }

  mutating func write(_ text: String) throws(CampaignError) {
    buffer += Array(text.utf8)
    if buffer.count >= 1 << 16 { try flush() }
  }

  consuming func publish() throws(CampaignError) {
    try flush()
    try file.synchronize()
    try SystemFile.rename(path, to: finalPath)
    isPublished = true
  }

  private mutating func flush() throws(CampaignError) {
    try file.append(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

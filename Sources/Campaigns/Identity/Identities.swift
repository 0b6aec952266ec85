import Results

/// The file of identities, one point a line.
enum Identities {
  /// Points whose lines are written and hashed at a time.
  static let block = 1024

  /// The digest that planning gives for the file, of its blocks one after another.
  static func digest(ofFile path: String) throws(CampaignError) -> String {
    let file = try SystemFile(path, .reading)
    let blockBytes = block * (PointIdentity.digitCount + 1)
    var digest = ""
    var offset = 0
    while true {
      let bytes = try file.bytes(at: offset, count: blockBytes)
      guard !bytes.isEmpty else { return digest }
      digest = SHA256.digits(of: digest + String(decoding: bytes, as: UTF8.self))
      offset += bytes.count
    }
  }
}

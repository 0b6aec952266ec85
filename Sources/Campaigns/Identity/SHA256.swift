import CLibcrypto

/// SHA-256 as libcrypto computes it, in hexadecimal digits.
enum SHA256 {
  static func digits(of text: String) -> String {
    digits(of: Array(text.utf8))
  }

  static func digits(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = unsafe CLibcrypto.SHA256(bytes, bytes.count, &digest)
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * digest.count)
    for byte in digest {
      digits.append(alphabet[Int(byte >> 4)])
      digits.append(alphabet[Int(byte & 15)])
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static let alphabet = Array("0123456789abcdef".utf8)
}

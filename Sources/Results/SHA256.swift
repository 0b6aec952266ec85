import CLibcrypto

/// SHA-256 as libcrypto computes it, in hexadecimal digits.
public enum SHA256 {
  public static func digits(of text: String) -> String {
    digits(of: Array(text.utf8))
  }

  public static func digits(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    _ = unsafe EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha256(), nil)
    let digits = digest.prefix(Int(count)).flatMap { byte in
      [alphabet[Int(byte >> 4)], alphabet[Int(byte & 15)]]
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static let alphabet = Array("0123456789abcdef".utf8)
}

import CSundials

/// The library of integrators that runs stand on.
public enum Libraries {
  /// The version of SUNDIALS, as "6.4.1".
  public static var sundialsVersion: String {
    var text = [CChar](repeating: 0, count: 32)
    guard unsafe SUNDIALSGetVersion(&text, Int32(text.count)) == 0 else { return "unknown" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

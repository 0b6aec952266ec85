import COpenBLAS
import CSundials

/// The numerical libraries that runs stand on.
public enum Libraries {
  /// The version of SUNDIALS, as "6.4.1".
  public static var sundialsVersion: String {
    var text = [CChar](repeating: 0, count: 32)
    guard unsafe SUNDIALSGetVersion(&text, Int32(text.count)) == 0 else { return "unknown" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// How OpenBLAS was built, as it says itself.
  public static var openBLASConfiguration: String {
    guard let text = unsafe openblas_get_config() else { return "unknown" }
    return unsafe String(cString: text)
  }

  /// Keeps OpenBLAS to the thread that calls it: cores are for runs, not for one run's small matrices.
  public static func useOneThread() {
    openblas_set_num_threads(1)
  }
}

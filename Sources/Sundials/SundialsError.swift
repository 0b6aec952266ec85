import CSundials

/// What CVODES refused or could not do, in its own words.
public struct SundialsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The function that said so.
  public let function: String
  /// Its return code, as `CV_CONV_FAILURE`.
  public let code: String
  /// SUNDIALS' own text; empty where it gave none.
  public let message: String

  public init(function: String, code: String, message: String) {
    self.function = function
    self.code = code
    self.message = message
  }

  init(function: String, flag: Int32, message: String) {
    let name = unsafe CVodeGetReturnFlagName(Int(flag))
    self.function = function
    self.message = message
    guard let name = unsafe name else {
      code = String(flag)
      return
    }
    code = unsafe String(cString: name)
    unsafe free(name)
  }

  public var description: String {
    message.isEmpty ? "\(function): \(code)" : "\(function): \(code): \(message)"
  }
}

/// Why a response of a sweep cannot be analysed as it was asked for.
public enum SweepAnalysisError: Error, Equatable, Sendable {
  /// Sensitivity indices need two blocks of points at least.
  case tooFewBlocks(whole: Int, of: Int)
  /// A response that never changes has no variance to share out.
  case constant
}

extension SweepAnalysisError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooFewBlocks(let whole, let all):
      "\(whole) of \(all) blocks of points have all their values, and indices need two at least"
    case .constant: "it is the same at every point, and has no variance to share out"
    }
  }
}

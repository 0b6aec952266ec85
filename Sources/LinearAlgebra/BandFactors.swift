import COpenBLAS

/// A band matrix of any width, factored by LAPACK with partial pivoting.
public struct BandFactors: Sendable {
  private var storage: [Double] = []
  private var pivots: [Int32] = []
  private var halfWidth = 0

  public init() {}

  private var leading: Int { 3 * halfWidth + 1 }

  /// Factors I - γB, for B given by its diagonals; false where it is singular.
  public mutating func factor(_ band: [[Double]], scaledBy gamma: Double, count: Int) -> Bool {
    halfWidth = band.count / 2
    pivots = Array(repeating: 0, count: count)
    storage = Array(repeating: 0, count: leading * count)
    guard count > 0 else { return true }
    for offset in -halfWidth...halfWidth {
      // A band may be wider than the matrix is long.
      for row in stride(from: max(0, -offset), to: min(count, count - offset), by: 1) {
        let column = row + offset
        let identity = offset == 0 ? 1.0 : 0.0
        storage[column * leading + 2 * halfWidth - offset] =
          identity - gamma * band[halfWidth + offset][row]
      }
    }
    var (order, width, stride, info) = (Int32(count), Int32(halfWidth), Int32(leading), Int32(0))
    unsafe dgbtrf_(&order, &order, &width, &width, &storage, &stride, &pivots, &info)
    return info == 0
  }

  /// Replaces the slots of `x` from `start` on by the solution with them as right-hand side.
  ///
  /// - Parameter isTransposed: whether the transpose is solved.
  public func solve(_ x: inout MutableSpan<Double>, from start: Int, isTransposed: Bool = false) {
    guard !pivots.isEmpty else { return }
    var (order, width, stride) = (Int32(pivots.count), Int32(halfWidth), Int32(leading))
    var (one, info) = (Int32(1), Int32(0))
    var transposed = CChar(UInt8(ascii: isTransposed ? "T" : "N"))
    unsafe x.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      unsafe dgbtrs_(
        &transposed, &order, &width, &width, &one, storage, &stride, pivots, base + start, &order,
        &info)
    }
  }
}

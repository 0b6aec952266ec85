/// A weighted sum of the slots that a system does not change: Σ w_i f_i = 0, so Σ w_i ∂f_i/∂y_j = 0.
///
/// In place of one of its rows, a Newton matrix I - γJ may have the weighted sum of them all, which is
/// w itself. The solution is the same; but what fast exchange cancels in the row that is replaced no
/// longer has to cancel in floating point, and the sum is kept to round-off.
public struct Invariant: Sendable {
  /// The corner slot whose row is replaced; its own weight must not be zero.
  public var row: Int
  /// The weights of the corner's slots and of the band's.
  public var corner: [Double]
  public var band: [Double]

  public init(row: Int, corner: [Double], band: [Double]) {
    self.row = row
    self.corner = corner
    self.band = band
  }
}

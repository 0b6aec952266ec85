/// Which sizes a balance resolves.
public struct ExactGrid: Sendable, Hashable {
  /// What happens at the largest size.
  public enum Top: String, Sendable, CaseIterable {
    /// The grid grows before anything reaches its top.
    case growing
    /// The largest cluster takes up nothing more.
    case closed
    /// What grows past the largest cluster is lost.
    case open
  }

  public var top: Top
  /// The largest cluster, units; for a growing top, where the run is refused to go on.
  public var largest: Int

  public init(top: Top = .growing, largest: Int = 4_000_000) {
    self.top = top
    self.largest = largest
  }
}

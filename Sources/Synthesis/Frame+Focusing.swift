import RealModule

extension [Frame] {
  /// The same frames, each with the focusing between its neighbours; at the ends, and beside a frame
  /// without crystals, between itself and the one neighbour.
  ///
  ///     focusing = Δ ln(sd)/Δ ln(mean radius)
  ///
  /// Below zero crystals become more alike in radius as they grow, below one in proportion to it; at
  /// -1 they grow by diffusion alone, and beyond it superfocus. There is none where the mean moves by
  /// less than a millionth.
  public var focused: [Frame] {
    var frames = self
    for place in indices {
      let before = place > 0 && self[place - 1].spread != nil ? place - 1 : place
      let after = place + 1 < count && self[place + 1].spread != nil ? place + 1 : place
      frames[place].focusing = self[place].spread.flatMap { _ in
        Self.focusing(from: self[before].spread, to: self[after].spread)
      }
    }
    return frames
  }

  private static func focusing(from first: Frame.Spread?, to last: Frame.Spread?) -> Double? {
    guard let first, let last else { return nil }
    let moved = Double.log(last.mean / first.mean)
    guard abs(moved) >= 1e-6 else { return nil }
    return Double.log(last.sd / first.sd) / moved
  }
}

extension Frame {
  /// How sizes are spread, where they are, nm.
  fileprivate struct Spread {
    let mean: Double
    let sd: Double
  }

  fileprivate var spread: Spread? {
    guard let radiusMean, let radiusSD, radiusMean > 0, radiusSD > 0 else { return nil }
    return Spread(mean: radiusMean, sd: radiusSD)
  }
}

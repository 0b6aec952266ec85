import Kinetics
import Synthesis

/// Laminar flow without diffusion: elements of fluid that never meet, collected behind the tube.
///
///     X_out = ∫ E(t) X(t) dt,  E(t) = τ²/(2t³) for t > τ/2
///
/// In s = τ/2t, the velocity of an element over that of the middle of the tube, this is ∫ X(τ/2s) 2s ds
/// over (0, 1): the slowest elements are old and few, and a rule of Gauss and Legendre meets them
/// where the batch has almost come to rest. The first-order reaction with kτ = 0.6 is exact to 6e-9.
struct LaminarTube {
  private static let rule = GaussLegendre(24)

  /// The places along the tube that are asked for, as mean residence times, s.
  let places: [Double]

  /// The ages of the elements at all places, s, in order.
  var ages: [Double] {
    Set(places.flatMap { place in Self.rule.nodes.map { Self.age($0, at: place) } }).sorted()
  }

  /// What flows together at each place.
  var mixtures: [(time: Double, ages: [(frame: Int, share: Double)])] {
    let frames = Dictionary(uniqueKeysWithValues: ages.enumerated().map { ($1, $0) })
    return places.map { place in
      let parts = zip(Self.rule.nodes, Self.rule.weights).compactMap { node, weight in
        frames[Self.age(node, at: place)].map { (frame: $0, share: 2 * node * weight) }
      }
      return (place, parts)
    }
  }

  private static func age(_ node: Double, at place: Double) -> Double { place / (2 * node) }
}

extension Experiment {
  /// One element of fluid, for as long as any of them takes.
  func element(in tube: LaminarTube) -> Experiment {
    var element = self
    element.reactor = .flask
    element.outputs = tube.ages
    element.duration = tube.ages.last ?? duration
    return element
  }
}

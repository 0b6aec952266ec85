import Kinetics
import Laws
import Units

/// Any law of the catalogue that needs no more than constants of dimensions with a likely range.
struct RandomAttachment {
  private let description: LawDescription<any AttachmentLaw>
  private let constants: [String: Double]

  /// Both dimensions are per time once: constants that are all slowed alike slow the law as much.
  private static let ranges: [Dimension: ClosedRange<Double>] = [
    .velocity: 1e-5...1e-3, .diffusivity: 1e-10...1e-9,
  ]

  init(using random: inout RandomNumbers) {
    let known = LawCatalogue.attachment.filter { law in
      law.options.isEmpty && law.lists.isEmpty && !law.wraps
        && law.constants.allSatisfy { Self.ranges[$0.dimension] != nil || $0.fallback != nil }
    }
    description = known[Int.random(in: known.indices, using: &random)]
    var constants: [String: Double] = [:]
    for constant in description.constants {
      if constant.fallback == nil, let range = Self.ranges[constant.dimension] {
        constants[constant.name] = random.decades(range)
      }
    }
    self.constants = constants
  }

  /// The law, or the same one slower.
  ///
  /// - Parameter pace: the share of its speed.
  func law(atPace pace: Double = 1) -> any AttachmentLaw {
    description.make(constants.mapValues { Coefficient(pace * $0) })
  }
}

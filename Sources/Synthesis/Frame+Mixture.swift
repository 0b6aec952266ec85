extension Frame {
  /// Streams of liquid that flow together, each with its share of the flow.
  ///
  /// What is counted per volume adds. Radii follow from their moments: the number of crystals, their
  /// length and their spread add, not their means.
  ///
  /// - Parameters:
  ///   - time: of the mixture, s.
  ///   - units: the solute units of each species.
  public static func mixture(
    of streams: [(share: Double, frame: Frame)], at time: Double, units: [Double]
  ) -> Frame {
    func sum(_ value: (Frame) -> Double) -> Double {
      streams.reduce(0) { $0 + $1.share * value($1.frame) }
    }
    func optional(_ value: (Frame) -> Double?) -> Double? {
      streams.allSatisfy { value($0.frame) != nil } ? sum { value($0) ?? 0 } : nil
    }
    var mixture = Frame()
    mixture.time = time
    mixture.temperature = sum(\.temperature)
    mixture.volume = sum(\.volume)
    mixture.species = units.indices.map { species in sum { $0.species[species] } }
    mixture.solute = sum(\.solute)
    mixture.supersaturation = optional(\.supersaturation)
    mixture.number = sum(\.number)
    mixture.nucleationRate = sum(\.nucleationRate)
    mixture.supplyRate = sum(\.supplyRate)
    mixture.uptakeRate = sum(\.uptakeRate)
    mixture.crystalUptakeRate = sum(\.crystalUptakeRate)
    mixture.conversion = sum(\.conversion)
    mixture.subcritical = sum(\.subcritical)
    mixture.inCrystals = sum(\.inCrystals)
    mixture.unitsSquared = sum(\.unitsSquared)
    mixture.area = sum(\.area)
    mixture.lost = sum(\.lost)
    mixture.matterDefect = sum(\.matterDefect)
    mixture.setRadii(of: streams)
    mixture.setCoverages(of: streams)
    mixture.dopants =
      (streams.first?.frame.dopants.indices).map { dopants in
        dopants.map { dopant in
          DopantMoments(
            mixing: streams.map { ($0.share, $0.share * $0.frame.number, $0.frame.dopants[dopant]) }
          )
        }
      } ?? []
    let dissolved = units.indices.reduce(0) { $0 + units[$1] * mixture.species[$1] }
    let all = dissolved + mixture.subcritical + mixture.inCrystals
    mixture.yield = all > 0 ? mixture.inCrystals / all : 0
    let critical = Set(streams.map(\.frame.criticalRadius))
    mixture.criticalRadius = critical.count == 1 ? critical.first ?? nil : nil
    return mixture
  }

  /// Mean and standard deviation over the crystals of all streams.
  ///
  ///     ⟨r⟩ = Σ w N r/Σ w N,  σ² = Σ w N [σ_i² + (r_i - ⟨r⟩)²]/Σ w N
  private mutating func setRadii(of streams: [(share: Double, frame: Frame)]) {
    let crystals = streams.compactMap { share, frame in
      frame.radiusMean.map { (number: share * frame.number, mean: $0, sd: frame.radiusSD ?? 0) }
    }
    let number = crystals.reduce(0) { $0 + $1.number }
    guard number > 0 else { return }
    let mean = crystals.reduce(0) { $0 + $1.number * $1.mean } / number
    let variance = crystals.reduce(0) {
      $0 + $1.number * ($1.sd * $1.sd + ($1.mean - mean) * ($1.mean - mean))
    }
    radiusMean = mean
    radiusSD = (max(0, variance) / number).squareRoot()
  }

  /// The coverage of all surface together, or without any the mean.
  private mutating func setCoverages(of streams: [(share: Double, frame: Frame)]) {
    guard let count = streams.first?.frame.coverages.count else { return }
    let hasSurface = area > 0
    coverages = (0..<count).map { ligand in
      streams.reduce(0) {
        $0 + $1.share * $1.frame.coverages[ligand] * (hasSurface ? $1.frame.area / area : 1)
      }
    }
  }
}

import Kinetics
import Synthesis

extension Cargo {
  /// The dopants of each kind in crystals.
  ///
  /// - Parameters:
  ///   - crystals: numbers of the particles that are crystals, with their radii, m.
  ///   - isWhole: whether each dopant is told of, not the counts alone.
  func samples(of crystals: [(place: Int, radius: Double)], isWhole: Bool) -> [DopantSample] {
    surface.indices.map { kind in
      var sample = DopantSample()
      for (place, radius) in crystals {
        let held = holds[place].filter { passengers[$0].kind == kind }
        while sample.crystals.count <= held.count { sample.crystals.append(0) }
        sample.crystals[held.count] += 1
        guard isWhole else { continue }
        for number in held {
          let depth = passengers[number].isBuried ? radius - passengers[number].radius : 0
          // A particle that shrank since has less above what it buried than it had.
          sample.depths.append(max(0, depth) * 1e9)
          sample.hostRadii.append(radius * 1e9)
          sample.hostCounts.append(held.count)
        }
      }
      return sample
    }
  }

  /// When crystals were born, and how far each stage of the recipe brought them.
  func history(of crystals: [(place: Int, radius: Double)], on ladder: Ladder) -> HistorySample {
    var sample = HistorySample()
    sample.birthTimes = crystals.map { births[$0.place] }
    sample.radii = crystals.map { 1e9 * $0.radius }
    sample.stageRadii = stages.map { stage in
      crystals.map { 1e9 * ladder.radius(ofUnits: Double(stage[$0.place])) }
    }
    return sample
  }
}

/// Where things lie in the state of a balance: dense slots in front, the ladder behind.
///
/// All slots but the temperature's are amounts in mol: molecules of a species, units lost, particles
/// of one size. So a feed or a dilution is linear and matter is a plain sum.
struct StateLayout: Sendable, Hashable {
  let speciesCount: Int
  let hasTemperature: Bool

  /// The temperature of the flask, K, where a heat balance computes it.
  var temperature: Int { speciesCount }
  /// Units lost, less units supplied by held species.
  var lost: Int { speciesCount + (hasTemperature ? 1 : 0) }
  /// Slots before the ladder.
  var cornerCount: Int { lost + 1 }

  /// The slot of clusters of n units, n ≥ 2.
  func cluster(_ units: Int) -> Int { cornerCount + units - 2 }

  /// The largest cluster in a state of so many slots.
  func largest(in count: Int) -> Int { count - cornerCount + 1 }

  /// Slots of a state whose largest cluster has so many units.
  func count(upTo largest: Int) -> Int { cornerCount + largest - 1 }
}

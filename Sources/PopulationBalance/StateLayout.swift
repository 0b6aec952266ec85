/// Where things lie in the state of a balance: dense slots in front, the particles behind.
///
/// All slots but those of temperature and coverages are amounts in mol: molecules of a species, units
/// lost, particles of one cell. So a feed or a dilution is linear and matter is a plain sum.
struct StateLayout: Sendable, Hashable {
  let speciesCount: Int
  let ligandCount: Int
  let hasTemperature: Bool

  init(speciesCount: Int, ligandCount: Int = 0, hasTemperature: Bool) {
    self.speciesCount = speciesCount
    self.ligandCount = ligandCount
    self.hasTemperature = hasTemperature
  }

  /// The share of sites that a ligand covers.
  func coverage(_ ligand: Int) -> Int { speciesCount + ligand }
  /// The temperature of the flask, K, where a heat balance computes it.
  var temperature: Int { speciesCount + ligandCount }
  /// Units lost, less units supplied by held species.
  var lost: Int { temperature + (hasTemperature ? 1 : 0) }
  /// Slots before the particles.
  var cornerCount: Int { lost + 1 }

  /// The slot of the particles of a cell ≥ 2; on the exact grid cell n holds clusters of n units.
  func cluster(_ cell: Int) -> Int { cornerCount + cell - 2 }

  /// Slots of a state with so many cells, the monomer's included.
  func count(cells: Int) -> Int { cornerCount + cells - 1 }
}

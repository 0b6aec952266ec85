/// Where things lie in the state of a balance: dense slots in front, then the particles cell by cell, then
/// what they carry, array by array.
///
/// All slots but those of temperature and coverages are amounts in mol: molecules of a species, units
/// lost, particles of one cell. So a feed or a dilution is linear and matter is a plain sum.
struct StateLayout: Sendable, Hashable {
  let speciesCount: Int
  let ligandCount: Int
  let hasTemperature: Bool
  /// For each dopant, how many arrays it has.
  let passengers: [Int]

  init(
    speciesCount: Int, ligandCount: Int = 0, hasTemperature: Bool, passengers: [Int] = []
  ) {
    self.speciesCount = speciesCount
    self.ligandCount = ligandCount
    self.hasTemperature = hasTemperature
    self.passengers = passengers
  }

  /// The share of sites that a ligand covers.
  func coverage(_ ligand: Int) -> Int { speciesCount + ligand }
  /// The temperature of the flask, K, where a heat balance computes it.
  var temperature: Int { speciesCount + ligandCount }
  /// Units lost, less units supplied by held species.
  var lost: Int { temperature + (hasTemperature ? 1 : 0) }
  /// What was lost of a dopant, less all that was put in: with what is dissolved and what particles
  /// carry, nothing.
  func balance(ofDopant dopant: Int) -> Int { lost + 1 + dopant }
  /// Slots before the particles.
  var cornerCount: Int { lost + 1 + passengers.count }
  /// Arrays along the cells: the particles, and what they carry.
  var arrayCount: Int { passengers.reduce(1, +) }

  /// The slot of the particles of a cell ≥ 2; on the exact grid cell n holds clusters of n units.
  func cluster(_ cell: Int) -> Int { cornerCount + cell - 2 }

  /// Slots of a state with so many cells, the monomer's included.
  func count(cells: Int) -> Int { cornerCount + (cells - 1) * arrayCount }

  /// Slots of each array in a state of so many.
  func width(ofStateOf count: Int) -> Int { (count - cornerCount) / arrayCount }

  /// The slots of the particles in a state of so many.
  func clusters(inStateOf count: Int) -> Range<Int> {
    cornerCount..<(cornerCount + width(ofStateOf: count))
  }

  /// The first slot of the first array of a dopant in a state of so many.
  func passengers(of dopant: Int, inStateOf count: Int) -> Int {
    cornerCount + width(ofStateOf: count) * passengers[..<dopant].reduce(1, +)
  }

  /// Makes room for so many cells; what is new in each array is zero.
  func resize(_ state: inout [Double], cells: Int) {
    let before = width(ofStateOf: max(state.count, cornerCount))
    guard arrayCount > 1, before > 0 else { return state.resize(to: count(cells: cells)) }
    var resized = Array(state[..<cornerCount])
    for array in 0..<arrayCount {
      var part = Array(state[(cornerCount + array * before)...].prefix(before))
      part.resize(to: cells - 1)
      resized += part
    }
    state = resized
  }
}

import Kinetics
import RealModule
import Synthesis

/// A number that a run gives at each of its outputs: a summary column, a species, a cluster size, a moment
/// of the crystals, or a product of these.
///
///     cluster[5]               particles of five units
///     density[5]               particles per unit around five units, on a grid of cells
///     distance[moved.csv]      of all sizes from the profile in a file, Σ|N_i - N p_i|/N
///     moment[2]                Σ n² over the crystals of n units, for 0, 1 and 2
///     units_dispersion         standard deviation of n over its mean
///     number radius_mean^3     a product of powers
struct Observed {
  let name: String
  let unit: String
  private let read: (Trajectory, Int) -> Double?

  /// How far the sizes are from a profile.
  init(_ name: String, distanceFrom profile: Profile, on grid: SizeGrid, of ladder: Ladder) {
    (self.name, unit) = (name, "1")
    read = { trajectory, frame in
      trajectory.everySize.map { profile.distance(from: $0[frame], on: grid, of: ladder) }
    }
  }

  /// The number of that name; nil where a run has none.
  init?(_ name: String, of trajectory: Trajectory, on grid: SizeGrid) {
    self.name = name
    let factors = name.split(separator: " ").map(String.init)
    if factors.count > 1 || name.contains("^") {
      let known = factors.compactMap { Power($0, of: trajectory, on: grid) }
      guard known.count == factors.count else { return nil }
      unit = known.map(\.unit).joined(separator: " ")
      read = { trajectory, frame in
        known.reduce(1.0) { product, factor in
          guard let product, let value = factor.value(in: trajectory, at: frame) else { return nil }
          return product * value
        }
      }
    } else if let column = trajectory.summaryColumns.first(where: { $0.name == name }) {
      unit = column.unit
      read = { column.value($0.frames[$1]) }
    } else if let species = trajectory.speciesNames.firstIndex(of: name) {
      unit = "mol/m^3"
      read = { $0.frames[$1].species[species] }
    } else if let size = Self.size(in: name, after: "density") {
      unit = "1/m^3"
      read = { trajectory, frame in
        (trajectory.everySize?[frame]).flatMap { Self.density(at: size, in: $0, on: grid) }
      }
    } else if let size = Self.size(in: name, after: "cluster") {
      unit = "1/m^3"
      read = { trajectory, frame in
        guard let sizes = trajectory.everySize?[frame] else { return nil }
        return sizes.indices.contains(size - 2) ? sizes[size - 2] : 0
      }
    } else if let moment = CrystalMoment(rawValue: name) {
      unit = moment.unit
      read = { moment.value(in: $0.frames[$1]) }
    } else {
      return nil
    }
  }

  /// Its value at an output, by the output's place.
  func value(in trajectory: Trajectory, at frame: Int) -> Double? { read(trajectory, frame) }

  /// The n of "cluster[n]".
  private static func size(in name: String, after head: String) -> Int? {
    bracketed(in: name, after: head).flatMap(Int.init).flatMap { $0 > 1 ? $0 : nil }
  }

  /// What stands in the brackets of "distance[moved.csv]".
  static func bracketed(in name: String, after head: String) -> String? {
    guard name.hasPrefix(head + "["), name.hasSuffix("]") else { return nil }
    return String(name.dropFirst(head.count + 1).dropLast())
  }

  /// Between the middles of two cells its logarithm is a straight line.
  private static func density(at size: Int, in numbers: [Double], on grid: SizeGrid) -> Double? {
    var cells = grid.cells
    cells.grow(to: 2 * size)
    let own = cells.cell(of: Double(size))
    let lower = cells.mean(own) > Double(size) ? own - 1 : own
    guard lower >= 2, lower < numbers.count + 1 else { return nil }
    let (below, above) = (cells.mean(lower), cells.mean(lower + 1))
    let share = (Double(size) - below) / (above - below)
    let densities = [lower, lower + 1].map { numbers[$0 - 2] / cells.width($0) }
    guard let least = densities.min(), least > 0 else { return 0 }
    return Double.exp((1 - share) * .log(densities[0]) + share * .log(densities[1]))
  }
}

extension Observed {
  /// "radius_mean^3".
  private struct Power {
    let unit: String
    private let base: Observed
    private let exponent: Int

    init?(_ text: String, of trajectory: Trajectory, on grid: SizeGrid) {
      let parts = text.split(separator: "^", omittingEmptySubsequences: false).map(String.init)
      guard parts.count <= 2, let base = Observed(parts[0], of: trajectory, on: grid),
        let exponent = parts.count == 2 ? Int(parts[1]) : 1, exponent > 0
      else { return nil }
      (self.base, self.exponent) = (base, exponent)
      unit = exponent == 1 ? base.unit : "\(base.unit)^\(exponent)"
    }

    func value(in trajectory: Trajectory, at frame: Int) -> Double? {
      base.value(in: trajectory, at: frame).map { Double.pow($0, exponent) }
    }
  }
}

extension Trajectory {
  /// The output at a time, s, by its place.
  func frame(at time: Double) -> Int? {
    frames.firstIndex { abs($0.time - time) <= 1e-9 * max(1, abs(time)) }
  }
}

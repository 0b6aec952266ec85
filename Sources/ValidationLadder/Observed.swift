import Foundation
import Synthesis

/// A number that a run gives at each of its outputs: a summary column, a species, a cluster size.
struct Observed {
  let name: String
  let unit: String
  private let read: (Trajectory, Int) -> Double?

  /// The number of that name; nil where a run has none.
  init?(_ name: String, of trajectory: Trajectory) {
    self.name = name
    if let column = SummaryColumn.all.first(where: { $0.name == name }) {
      unit = column.unit
      read = { column.value($0.frames[$1]) }
    } else if let species = trajectory.speciesNames.firstIndex(of: name) {
      unit = "mol/m^3"
      read = { $0.frames[$1].species[species] }
    } else if let size = Self.size(in: name) {
      unit = "1/m^3"
      read = { trajectory, frame in
        guard let sizes = trajectory.everySize?[frame] else { return nil }
        return sizes.indices.contains(size - 2) ? sizes[size - 2] : 0
      }
    } else {
      return nil
    }
  }

  /// Its value at an output, by the output's place.
  func value(in trajectory: Trajectory, at frame: Int) -> Double? { read(trajectory, frame) }

  /// The n of "cluster[n]".
  private static func size(in name: String) -> Int? {
    guard name.hasPrefix("cluster["), name.hasSuffix("]") else { return nil }
    guard let size = Int(name.dropFirst("cluster[".count).dropLast()), size > 1 else { return nil }
    return size
  }
}

extension Trajectory {
  /// The output at a time, s, by its place.
  func frame(at time: Double) -> Int? {
    frames.firstIndex { abs($0.time - time) <= 1e-9 * max(1, abs(time)) }
  }
}

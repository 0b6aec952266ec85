import HDF5Files
import Synthesis

/// Writes the events of a run: single values, and lists of times where anything turns.
struct MilestoneWriter {
  let milestones: Milestones

  func write(into group: consuming HDF5Group) throws(HDF5Error) {
    try group.set("NX_class", to: "NXcollection")
    for field in MilestoneField.all {
      let value = milestones[keyPath: field.place]
      let dataset = try group.write(
        [value ?? .nan], shape: [], missing: value == nil ? .nan : nil, as: field.name)
      try dataset.describe(unit: field.unit, longName: field.longName)
      if value == nil { try dataset.set("_FillValue", to: .number(.nan)) }
    }
    for field in TurnField.all {
      let times = milestones[keyPath: field.place]
      guard !times.isEmpty else { continue }
      let dataset = try group.write(times, as: field.listName)
      try dataset.describe(unit: "s", longName: field.longName)
      try dataset.becomeScale(named: field.listName)
    }
  }
}

extension HDF5Group {
  /// The events of a run.
  func milestones() throws(HDF5Error) -> Milestones {
    var milestones = Milestones()
    for field in MilestoneField.all where try contains(field.name) {
      let value = try dataset(field.name).numbers().first
      milestones[keyPath: field.place] = value.flatMap { $0.isNaN ? nil : $0 }
    }
    for field in TurnField.all where try contains(field.listName) {
      milestones[keyPath: field.place] = try dataset(field.listName).numbers()
    }
    return milestones
  }
}

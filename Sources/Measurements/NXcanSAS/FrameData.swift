import HDF5Files

/// One frame as a group: I[q].
struct FrameData {
  let frame: MeasuredFrame
  let unit: IntensityUnit
  let leavesOutMasked: Bool

  private var points: [Int] {
    frame.q.indices.filter { !leavesOutMasked || frame.masks[$0] == .kept }
  }

  func write(into data: consuming HDF5Group) throws(HDF5Error) {
    let points = points
    let isMasked = !leavesOutMasked && frame.keptCount < frame.q.count
    try data.becomeSASdata(
      axes: ["Q"],
      indices: isMasked
        ? ["Q": .integers([0]), "Mask": .integers([0])] : ["Q": .integers([0])])
    let q = try data.write(points.map { frame.q[$0] / 1e9 }, as: "Q")
    try q.set("units", to: "1/nm")
    try q.becomeScale(named: "Q")
    let factor = unit == .absolute ? 100.0 : 1
    let intensity = try data.write(points.map { frame.intensity[$0] / factor }, as: "I")
    try intensity.set("units", to: .string(unit.spelling))
    try intensity.attach(q, toDimension: 0)
    if let deviation = frame.deviation {
      let written = try data.write(points.map { deviation[$0] / factor }, as: "Idev")
      try written.set("units", to: .string(unit.spelling))
      try written.attach(q, toDimension: 0)
      try intensity.set("uncertainties", to: "Idev")
      try data.set("uncertainties", to: .strings([""]))
      try data.link("Idev", as: "I_errors")
    }
    if let resolution = frame.resolution {
      let written = try data.write(points.map { resolution[$0] / 1e9 }, as: "Qdev")
      try written.set("units", to: "1/nm")
      try written.attach(q, toDimension: 0)
      try q.set("resolutions", to: "Qdev")
      try q.set("resolutions_description", to: "Gaussian")
    }
    if isMasked {
      try data.set("mask", to: "Mask")
      let mask = try data.write(frame.masks.map(\.rawValue), as: "Mask")
      try PointMask.explain(mask)
      try mask.attach(q, toDimension: 0)
    }
    guard !leavesOutMasked else { return }
    try data.write([frame.time], shape: [], as: "Time").set("units", to: "s")
  }
}

/// Judges the numbers of a SASdata group: what a definition cannot say and a fit needs.
struct CurveNumbersCheck {
  private(set) var findings: [CheckFinding] = []
  private let path: String

  init(data: FileGroup, q: FileDataset, intensity: FileDataset) {
    path = data.path
    let axes = data.attributes["I_axes"]?.names ?? []
    guard let layout = try? CurveLayout(signal: intensity, q: q, axes: axes, file: ""),
      let signal = intensity.numbers, let grid = q.numbers
    else { return }
    let masks = data.text("mask").flatMap(data.dataset).flatMap { mask in
      mask.shape == intensity.shape ? mask.pointMasks : nil
    }
    let errors = intensity.text("uncertainties").flatMap(data.dataset).flatMap { errors in
      errors.shape == intensity.shape ? errors : nil
    }
    for frame in 0..<layout.frames {
      let place = layout.isSeries ? "frame \(frame), " : ""
      let kept = masks.map { layout.row(frame, of: $0, shape: intensity.shape).map { $0 == .kept } }
      checkGrid(layout.row(frame, of: grid, shape: q.shape), place: q.shape.count == 2 ? place : "")
      checkSignal(layout.row(frame, of: signal, shape: intensity.shape), kept: kept, place: place)
      guard let errors, let numbers = errors.numbers else { continue }
      checkErrors(
        layout.row(frame, of: numbers, shape: intensity.shape), kept: kept, name: errors.name,
        place: place)
    }
    for axis in axes where axis != "Q" { checkTimes(data.dataset(axis)) }
    findings = findings.reduce(into: []) { all, finding in
      if !all.contains(finding) { all.append(finding) }
    }
  }

  private mutating func checkGrid(_ grid: [Double], place: String) {
    if let point = grid.firstIndex(where: { !$0.isFinite }) {
      return fail("/Q", "\(place)index \(point) is not a number", "every point needs its q")
    }
    guard
      let fall = zip(grid, grid.dropFirst()).enumerated().first(where: {
        $0.element.0 > $0.element.1
      })
    else { return }
    fail(
      "/Q", "\(place)index \(fall.offset + 1) lies below the one before it",
      "q must ascend")
  }

  private mutating func checkSignal(_ signal: [Double], kept: [Bool]?, place: String) {
    let used = signal.indices.filter { kept?[$0] ?? true }
    if let point = used.first(where: { !signal[$0].isFinite }) {
      fail("/I", "\(place)index \(point) is not a number", "mask it by a dataset named in @mask")
    }
    guard used.allSatisfy({ signal[$0] == 0 }) else { return }
    fail(
      "/I", place.isEmpty ? "holds no signal" : "\(place)which holds no signal",
      used.isEmpty ? "every point is masked" : "every intensity is zero")
  }

  private mutating func checkErrors(
    _ errors: [Double], kept: [Bool]?, name: String, place: String
  ) {
    let used = errors.indices.filter { kept?[$0] ?? true }
    guard let point = used.first(where: { !(errors[$0] > 0 && errors[$0].isFinite) }) else {
      return
    }
    fail(
      "/\(name)", "\(place)index \(point) is \(errors[point])",
      "an error is above zero; mask the points that have none")
  }

  private mutating func checkTimes(_ times: FileDataset?) {
    guard let times, let values = times.numbers else { return }
    if let frame = values.firstIndex(where: { !$0.isFinite }) {
      return fail("/\(times.name)", "frame \(frame) is not a number", "every frame needs its time")
    }
    guard times.name.lowercased().hasPrefix("time"),
      let fall = zip(values, values.dropFirst()).enumerated().first(where: {
        $0.element.0 > $0.element.1
      })
    else { return }
    fail(
      "/\(times.name)", "frame \(fall.offset + 1) comes before the one above it",
      "times must ascend")
  }

  private mutating func fail(_ place: String, _ message: String, _ hint: String) {
    findings.append(
      CheckFinding(severity: .error, path: path + place, message: message, hint: hint))
  }
}

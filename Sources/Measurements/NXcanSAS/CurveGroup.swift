import HDF5Files
import Units

/// Curves out of one group with a signal, an axis q and perhaps an axis of time.
struct CurveGroup {
  let file: String
  let chosen: ChosenGroup
  let options: ImportOptions

  private var data: FileGroup { chosen.data }

  func curves() throws(DataFault) -> [RawCurve] {
    let signal = try signal()
    let q = try q(beside: signal)
    let layout = try CurveLayout(
      signal: signal, q: q, axes: axes(of: signal), file: file)
    let intensity = try numbers(signal)
    let grid = try numbers(q)
    let errors = try errors(of: signal, shaped: signal.shape)
    let factor = try scalingFactor(of: signal)
    let resolution = try resolution(of: q)
    let mask = try mask(shaped: signal.shape)
    let frames = layout.frames
    let times = try times(layout, frames: frames)
    let temperatures = temperatures(frames)
    let names = data.datasets.first { $0.name == "Frame" }?.strings ?? []
    return (0..<frames).map { frame in
      var curve = RawCurve(
        file: file,
        name: layout.isSeries
          ? (frame < names.count ? names[frame] : "\(chosen.name)[\(frame)]") : chosen.name,
        rows: Array(0..<layout.points), q: layout.row(frame, of: grid, shape: q.shape),
        intensity: layout.row(frame, of: intensity, shape: signal.shape).map { $0 * factor })
      curve.title = chosen.title
      curve.deviation = errors?.numbers.map { numbers in
        layout.row(frame, of: numbers, shape: signal.shape).map { $0 * factor }
      }
      curve.resolution = resolution?.numbers.map { layout.row(frame, of: $0, shape: q.shape) }
      curve.masks = mask.map { layout.row(frame, of: $0, shape: signal.shape) }
      (curve.qUnit, curve.intensityUnit) = (q.unit, signal.unit)
      (curve.deviationUnit, curve.resolutionUnit) = (errors?.unit, resolution?.unit)
      curve.time = times?[frame]
      curve.temperature = temperatures?[frame]
      return curve
    }
  }

  // MARK: - Signal and q

  private func signal() throws(DataFault) -> FileDataset {
    let stated = data.text("signal").flatMap { Int($0) == nil ? $0 : nil }
    let marked = data.datasets.first { $0.attributes["signal"] != nil }?.name
    let name = stated ?? marked ?? (data.dataset("I") == nil ? nil : "I")
    guard let name else {
      throw fault("has no signal", hint: "NXdata names its signal in the attribute \"signal\"")
    }
    return try dataset(name, as: "signal")
  }

  private func axes(of signal: FileDataset) -> [String] {
    for attribute in [
      data.attributes["I_axes"], data.attributes["axes"], signal.attributes["axes"],
    ] {
      if let names = attribute?.names, !names.isEmpty { return names }
    }
    return signal.shape.count == 1 ? ["Q"] : []
  }

  private func q(beside signal: FileDataset) throws(DataFault) -> FileDataset {
    if let name = options.qName { return try dataset(name, as: "--q-name") }
    let names = axes(of: signal).filter { $0 != "." }
    let named = ["Q", "q"].first { name in data.dataset(name) != nil }
    guard let name = named ?? names.last(where: { data.dataset($0) != nil }) else {
      throw fault("names no q beside its signal", hint: "--q-name says which dataset it is")
    }
    return try dataset(name, as: "q")
  }

  private func dataset(_ name: String, as role: String) throws(DataFault) -> FileDataset {
    if let dataset = data.dataset(name) { return dataset }
    throw fault(
      "has no dataset \"\(name)\" (\(role))",
      hint: "there are: \(data.datasets.map(\.name).joined(separator: ", "))")
  }

  private func numbers(_ dataset: FileDataset) throws(DataFault) -> [Double] {
    guard let numbers = dataset.numbers else {
      let cause =
        dataset.shape.count > 2 ? "has \(dataset.shape.count) dimensions" : "holds no numbers"
      throw DataFault(
        file: file, place: dataset.path, message: cause,
        hint: "curves are I(q), or I(t, q); integrate images first")
    }
    return numbers
  }

  // MARK: - What goes with them

  private func errors(
    of signal: FileDataset, shaped shape: [Int]
  ) throws(DataFault) -> (numbers: [Double]?, unit: String?)? {
    if let name = options.errorName {
      return try shaped(try dataset(name, as: "--error-name"), like: shape)
    }
    let stated = [
      signal.text("uncertainties"), signal.text("uncertainty"),
      data.text("\(signal.name)_uncertainties"), data.text("\(signal.name)_uncertainty"),
    ].compactMap { $0 }.first { !$0.isEmpty }
    if let stated { return try shaped(try dataset(stated, as: "uncertainties"), like: shape) }
    let customary = ["Idev", "\(signal.name)_errors", "errors"]
    guard let dataset = customary.lazy.compactMap(data.dataset).first else { return nil }
    return try shaped(dataset, like: shape)
  }

  private func shaped(
    _ dataset: FileDataset, like shape: [Int]
  ) throws(DataFault) -> (numbers: [Double]?, unit: String?) {
    guard dataset.shape == shape else {
      throw DataFault(
        file: file, place: dataset.path,
        message: "has the shape \(dataset.shape), where that of the data is \(shape)")
    }
    return (try numbers(dataset), dataset.unit)
  }

  /// A field that the signal names, or a number, by which the signal is multiplied.
  private func scalingFactor(of signal: FileDataset) throws(DataFault) -> Double {
    switch signal.attributes["scaling_factor"] {
    case .number(let value): return value
    case .integer(let value): return Double(value)
    case .numbers(let values) where values.count == 1: return values[0]
    case nil: break
    case let attribute?:
      let name = attribute.plainText ?? ""
      guard let values = try dataset(name, as: "scaling_factor").numbers, values.count == 1 else {
        throw fault("the scaling factor \"\(name)\" is not one number")
      }
      return values[0]
    }
    return 1
  }

  private func resolution(
    of q: FileDataset
  ) throws(DataFault) -> (numbers: [Double]?, unit: String?)? {
    let stated = q.attributes["resolutions"]?.names ?? []
    // Two of them are those of a slit, which one width a point does not describe.
    guard stated.count <= 1 else { return nil }
    guard let name = stated.first ?? (data.dataset("Qdev") == nil ? nil : "Qdev") else {
      return nil
    }
    return try shaped(try dataset(name, as: "resolutions"), like: q.shape)
  }

  private func mask(shaped shape: [Int]) throws(DataFault) -> [PointMask]? {
    guard let name = data.text("mask"), !name.isEmpty else { return nil }
    let mask = try dataset(name, as: "mask")
    _ = try shaped(mask, like: shape)
    return mask.pointMasks
  }

  // MARK: - Times and temperatures

  private func times(
    _ layout: CurveLayout, frames: Int
  ) throws(DataFault) -> [RawTime]? {
    let wanted = options.timeDataset.flatMap { $0.contains("/") ? nil : $0 }
    let named = layout.otherAxis.flatMap { axis in isTime(axis) ? axis : nil }
    let places = [data, chosen.entry].compactMap { $0 }
    let candidates = [wanted, named, "Time", "time"].compactMap { $0 }
    for (group, name) in candidates.flatMap({ name in places.map { ($0, name) } }) {
      guard let dataset = group.dataset(name), let values = dataset.numbers,
        values.count == frames
      else { continue }
      return values.map { RawTime(value: $0, unit: dataset.unit) }
    }
    return nil
  }

  private func isTime(_ axis: String) -> Bool {
    if axis.lowercased().hasPrefix("t"), !axis.lowercased().hasPrefix("temp") { return true }
    return data.dataset(axis)?.unit.map {
      RawTime(value: 0, unit: $0).seconds(fallback: nil) != nil
    }
      ?? false
  }

  private func temperatures(_ frames: Int) -> [Double]? {
    let places =
      [data, chosen.entry].compactMap { $0 }
      + (chosen.entry?.groups.filter { $0.isA("SASsample", or: "NXsample") } ?? [])
    for name in ["Temperature", "temperature"] {
      for dataset in places.compactMap({ $0.dataset(name) }) {
        guard let values = dataset.numbers, values.count == frames, let unit = dataset.unit else {
          continue
        }
        let kelvin = values.compactMap { try? Dimension.temperature.parse("\($0) \(unit)") }
        if kelvin.count == frames { return kelvin }
      }
    }
    return nil
  }

  private func fault(_ message: String, hint: String? = nil) -> DataFault {
    DataFault(file: file, place: data.path, message: message, hint: hint)
  }
}

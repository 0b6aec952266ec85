import HDF5Files
import Results
import ScenarioFiles

/// Reads a fit back from its file.
struct FitFileReader: ~Copyable {
  private let source: HDF5File
  private let root: HDF5Group

  init(path: String) throws(HDF5Error) {
    let source = try HDF5File(reading: path)
    let root = try source.root()
    try Self.checkFormat(of: root)
    self.source = source
    self.root = root
  }

  private static func checkFormat(of root: borrowing HDF5Group) throws(HDF5Error) {
    guard let format = try root.attribute("format")?.text else {
      throw .absent(name: "/@format")
    }
    guard format == FitFileFormat.name else {
      throw .mismatch(
        name: "/@format", reason: "is \"\(format)\", not \"\(FitFileFormat.name)\"")
    }
    guard case .integer(let version)? = try root.attribute("format_version"),
      version <= FitFileFormat.version
    else {
      throw .mismatch(
        name: "/@format_version", reason: "is newer than \(FitFileFormat.version), which is known")
    }
  }

  func file() throws(HDF5Error) -> FitFile {
    let fit = try root.group("fit")
    let parameters = try fit.parameters()
    return FitFile(
      title: try root.attribute("title")?.text ?? "", outcome: try fit.read(OutcomeField.all),
      parameters: parameters, certainty: try fit.certainty(), verdicts: try fit.verdicts(),
      starts: try root.group("starts").starts(), profiles: try profiles(),
      samples: try samples(parameters), series: try series(), bands: try bands(),
      process: try root.group("process").process(
        writtenAt: root.attribute("file_time")?.text ?? ""))
  }

  private func profiles() throws(HDF5Error) -> [FitFile.Profile] {
    guard try root.contains("profiles") else { return [] }
    let group = try root.group("profiles")
    var profiles: [FitFile.Profile] = []
    for name in try group.names { profiles.append(try group.group(name).profile(of: name)) }
    return profiles
  }

  private func samples(
    _ parameters: [FitFile.Parameter]
  ) throws(HDF5Error) -> FitFile.Samples? {
    guard try root.contains("posterior") else { return nil }
    let posterior = try root.group("posterior")
    let statistics = try root.group("sample_stats")
    var draws: [[[Double]]] = []
    for parameter in parameters { draws.append(try posterior.rows(parameter.identifier)) }
    return FitFile.Samples(
      draws: draws, logDensity: try statistics.rows("lp"),
      acceptance: try statistics.numbers("acceptance_rate"))
  }

  private func series() throws(HDF5Error) -> [FitFile.Series] {
    let group = try root.group("series")
    var series: [FitFile.Series] = []
    for name in try group.names { series.append(try group.group(name).fittedSeries()) }
    return series
  }

  private func bands() throws(HDF5Error) -> FitFile.Bands {
    let group = try root.group("bands")
    var bands = FitFile.Bands(
      source: try group.text("source"), draws: try group.integer("draws"), runs: [])
    for name in try group.names where name != "source" && name != "draws" {
      let own = try group.group(name)
      var run = FitFile.Bands.Run(series: try own.texts("series"), bands: [])
      for quantity in try own.names where quantity != "series" {
        run.bands.append(try own.group(quantity).band(of: quantity))
      }
      bands.runs.append(run)
    }
    return bands
  }
}

extension HDF5Group {
  fileprivate func parameters() throws(HDF5Error) -> [FitFile.Parameter] {
    let (identifiers, names) = (try texts("parameter"), try texts("name"))
    let (units, scales) = (try texts("unit"), try texts("scale"))
    let (values, errors) = (try numbers("value"), try known("standard_error"))
    let (lower, upper) = (try numbers("lower"), try numbers("upper"))
    let starts = try numbers("start")
    return identifiers.indices.map { place in
      FitFile.Parameter(
        name: names[place], identifier: identifiers[place], unit: units[place],
        scale: scales[place], value: values[place], standardError: errors[place],
        lower: lower[place], upper: upper[place], start: starts[place])
    }
  }

  fileprivate func certainty() throws(HDF5Error) -> FitFile.Certainty {
    FitFile.Certainty(
      covariance: try plane("covariance"), correlation: try plane("correlation"),
      singularValues: try contains("singular_value") ? numbers("singular_value") : [])
  }

  fileprivate func verdicts() throws(HDF5Error) -> [FitFile.Verdict] {
    guard try contains("verdict") else { return [] }
    return zip(try texts("verdict_kind"), try texts("verdict")).map {
      FitFile.Verdict(kind: $0, text: $1)
    }
  }

  fileprivate func starts() throws(HDF5Error) -> [FitFile.Start] {
    let (indices, exits) = (try dataset("start").integers(), try texts("exit"))
    let (begins, ends) = (try rows("x0"), try plane("x"))
    let (objectives, evaluations) = (try known("fval"), try numbers("n_fval"))
    let jacobians = try numbers("n_grad")
    return indices.indices.map { place in
      let end = ends[place].compactMap(\.self)
      return FitFile.Start(
        index: Int(indices[place]), begin: begins[place],
        end: end.count == ends[place].count ? end : nil, objective: objectives[place],
        evaluations: Int(evaluations[place]), jacobians: Int(jacobians[place]), exit: exits[place])
    }
  }

  fileprivate func profile(of name: String) throws(HDF5Error) -> FitFile.Profile {
    var intervals: [FitFile.Profile.Interval] = []
    if try contains("threshold") {
      let (lower, upper) = (try known("lower"), try known("upper"))
      for (place, threshold) in try numbers("threshold").enumerated() {
        intervals.append(
          FitFile.Profile.Interval(
            threshold: threshold, lower: lower[place], upper: upper[place]))
      }
    }
    return FitFile.Profile(
      identifier: name, values: try numbers("value"), rises: try numbers("rise"),
      others: try rows("values"), intervals: intervals)
  }

  fileprivate func band(of quantity: String) throws(HDF5Error) -> FitFile.Bands.Band {
    FitFile.Bands.Band(
      quantity: quantity, unit: try dataset("best").words.unit, times: try numbers("time"),
      best: try known("best"), lower: try known("lower"), median: try known("median"),
      upper: try known("upper"))
  }

  fileprivate func fittedSeries() throws(HDF5Error) -> FitFile.Series {
    let name = try text("kind")
    guard let kind = FitSeries.Kind(rawValue: name) else {
      throw .mismatch(name: path + "/kind", reason: "is \"\(name)\", which is not known")
    }
    return FitFile.Series(
      name: try text("name"), kind: kind, quantity: try text("quantity"),
      unit: try dataset("data").words.unit, frames: try frames(along: kind.axis?.name),
      scale: try contains("scale") ? number("scale") : nil, chiSquare: try number("chi_square"),
      points: try integer("points"))
  }

  private func frames(along axis: String?) throws(HDF5Error) -> [FitFile.Frame] {
    let times = try numbers("time")
    guard let axis else {
      let (data, deviation, model) = (
        try numbers("data"), try numbers("deviation"), try numbers("model")
      )
      return times.indices.map {
        FitFile.Frame(
          time: times[$0], places: [0], data: [data[$0]], deviation: [deviation[$0]],
          model: [model[$0]])
      }
    }
    let isEven = try dataset(axis).shape.count == 1
    let shared = isEven ? try numbers(axis) : []
    let own = isEven ? [] : try plane(axis)
    let (data, deviation, model) = (try rows("data"), try rows("deviation"), try rows("model"))
    return times.indices.map { place in
      let places = isEven ? shared : own[place].compactMap(\.self)
      return FitFile.Frame(
        time: times[place], places: places, data: Array(data[place].prefix(places.count)),
        deviation: Array(deviation[place].prefix(places.count)),
        model: Array(model[place].prefix(places.count)))
    }
  }
}

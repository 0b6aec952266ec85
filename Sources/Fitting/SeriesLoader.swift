import Foundation
import Kinetics
import Measurements
import Observation
import ScenarioFiles
import Synthesis
import Units

/// Reads what `[[fit.data]]` names into targets.
struct SeriesLoader {
  let plan: FitPlan
  let scenario: Scenario
  /// Where relative paths begin.
  let folder: String
  /// What was noticed in each series, in their order.
  var readings: [SeriesReading] = []
  /// Those that were read, each once.
  private(set) var files: [String] = []

  init(_ plan: FitPlan, of scenario: Scenario) {
    self.plan = plan
    self.scenario = scenario
    let path = scenario.files.first?.path ?? ""
    folder =
      path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
  }

  /// The series, each with the scenario that it belongs to, together where that is the same.
  mutating func conditions() throws(FitFault) -> [FitCondition] {
    var groups: [(overrides: [FitOverride], targets: [any FitTarget])] = []
    for series in plan.series {
      let targets = try targets(series)
      for path in try paths(of: series) where !files.contains(path) { files.append(path) }
      if let place = groups.firstIndex(where: { $0.overrides == series.overrides }) {
        groups[place].targets += targets
      } else {
        groups.append((series.overrides, targets))
      }
    }
    var conditions: [FitCondition] = []
    for group in groups {
      do throws(ScenarioError) {
        let own = try scenario.with(group.overrides.map { ScenarioOverride($0.path, $0.value) })
        conditions.append(FitCondition(try own.ofOneRun(), group.targets))
      } catch {
        throw FitFault(group.targets[0].name, error.description)
      }
    }
    return conditions
  }

  /// One target, or one for each frame where each has a scale of its own.
  private mutating func targets(_ series: FitSeries) throws(FitFault) -> [any FitTarget] {
    let targets: [any FitTarget]
    readings.append(SeriesReading(series.name))
    switch series.kind {
    case .saxs: targets = try scattering(series)
    case .quantity: targets = [try quantity(series)]
    case .tem: targets = [try histogram(series)]
    case .absorption: targets = try spectra(series)
    }
    let end = scenario.experiment.duration
    let times = targets.flatMap(\.times)
    guard let first = times.first, let last = times.last, first >= 0 else {
      throw FitFault(
        series.name, "it was measured before the run begins, at \(times.first ?? 0) s",
        hint: "\"from\" leaves the first times out, \"time_shift\" moves them")
    }
    guard last <= end * (1 + 1e-12) else {
      throw FitFault(
        series.name, "it was measured until \(last) s, and the run ends at \(end) s",
        hint: "make run.duration longer, or leave the last times out with \"to\"")
    }
    return targets
  }

  // MARK: - Files

  /// The files of a series, wildcards resolved, in the order of their names.
  func paths(of series: FitSeries) throws(FitFault) -> [String] {
    var paths: [String] = []
    for name in series.files {
      let path = name.hasPrefix("/") ? name : "\(folder)/\(name)"
      let found = FilePattern.matches(of: path)
      guard !found.isEmpty else {
        throw FitFault(
          series.name, "there is no file \(path)", hint: whereabouts, isMissing: true)
      }
      paths += found
    }
    return paths
  }

  /// What a reader without the files needs: where paths begin, and what the scenario says of its data.
  private var whereabouts: String {
    let told = scenario.provenance.first { $0.path == "data" }.map {
      "; of its data it says \($0.text)"
    }
    return "paths begin at the folder of the scenario" + (told ?? "")
  }

  private mutating func content(of series: FitSeries) throws(FitFault) -> SeriesImport.Content {
    let paths = try paths(of: series)
    var options = ImportOptions()
    options.qUnit = series.abscissaUnit
    options.intensityUnit = series.ordinateUnit
    if let table = series.times {
      options.times = .table(path: table.hasPrefix("/") ? table : "\(folder)/\(table)")
    }
    if let pattern = series.timePattern {
      do throws(DataFault) { options.times = .pattern(try TimePattern(pattern)) } catch {
        throw FitFault(
          series.name, "time_pattern: \(error.message)", hint: "for example \"_(\\\\d+)s\"")
      }
    }
    do throws(MeasurementsError) {
      let read =
        paths.count == 1
        ? try SeriesImport(file: paths[0], options: options)
        : try SeriesImport(reading: paths, options: options)
      readings[readings.count - 1].note(read.notes)
      return read.content
    } catch {
      throw FitFault(error, of: series.name)
    }
  }

  /// Every so many of the times that count; the others are listed.
  mutating func chosen<Item>(
    _ items: [Item], _ series: FitSeries, at time: (Item) -> Double,
    _ places: (Item) -> [DataPlace]
  ) -> [Item] {
    var chosen: [Item] = []
    var inside = 0
    for item in items {
      guard series.during.contains(time(item)) else {
        leave(places(item), because: "outside of the times that count")
        continue
      }
      inside += 1
      guard (inside - 1).isMultiple(of: series.every) else {
        leave(places(item), because: "one of \(series.every) counts")
        continue
      }
      chosen.append(item)
    }
    return chosen
  }

  mutating func leave(_ places: [DataPlace], because reason: String) {
    for place in places { readings[readings.count - 1].leave(place, because: reason) }
  }

  // MARK: - Kinds

  private mutating func scattering(_ series: FitSeries) throws(FitFault) -> [any FitTarget] {
    guard case .scattering(let measured) = try content(of: series) else {
      throw FitFault(series.name, "these are spectra", hint: "use kind = \"absorption\"")
    }
    let plan = try scatteringPlan(series, measured.intensityUnit)
    let errors = ErrorModel(
      relative: series.relativeError,
      absolute: measured.intensityUnit == .absolute
        ? 100 * series.absoluteError : series.absoluteError)
    var frames: [ScatteringTarget.Frame] = []
    let chosen = chosen(measured.frames, series, at: \.time) { frame in
      frame.q.indices.map { DataPlace(frame.name, point: $0 + 1) }
    }
    for frame in chosen {
      frames.append(try points(of: frame, series, errors))
    }
    guard !frames.isEmpty else { throw empty(series) }
    return frames.together(series).map {
      ScatteringTarget(series, $0, in: measured.intensityUnit, plan: plan)
    }
  }

  private mutating func points(
    of frame: MeasuredFrame, _ series: FitSeries, _ errors: ErrorModel
  ) throws(FitFault) -> ScatteringTarget.Frame {
    var (q, intensity, deviations) = ([Double](), [Double](), [Double]())
    for place in frame.q.indices {
      let point = DataPlace(frame.name, point: place + 1)
      guard isKept(point, frame.masks[place], frame.q[place], series) else { continue }
      let value = frame.intensity[place]
      guard let deviation = errors.deviation(of: value, measured: frame.deviation?[place]) else {
        throw bare(point, series)
      }
      q.append(frame.q[place])
      intensity.append(value)
      deviations.append(deviation)
    }
    guard !q.isEmpty else { throw nothing(of: frame.name, series, range: "q") }
    return ScatteringTarget.Frame(
      time: frame.time + series.timeShift, q: q, intensity: intensity, deviation: deviations)
  }

  private func scatteringPlan(
    _ series: FitSeries, _ unit: IntensityUnit
  ) throws(FitFault) -> ScatteringPlan {
    if let plan = scenario.observation?.scattering {
      guard plan.crowding == nil else {
        throw FitFault(
          series.name, "a fit takes no structure factor",
          hint: "leave it out of [saxs], and out of the data by a smallest q")
      }
      return plan
    }
    guard series.scale == .fitted || series.scale == .frames else {
      throw FitFault(
        series.name, "an intensity on an absolute scale needs a contrast",
        hint: "describe it in [saxs], or use scale = \"fitted\"")
    }
    return ScatteringPlan(
      form: Sphere(contrast: ScatteringLengthDensity(1e15)), q: [])
  }

  /// Whether a point counts; one that does not is listed.
  private mutating func isKept(
    _ point: DataPlace, _ mask: PointMask, _ abscissa: Double, _ series: FitSeries
  ) -> Bool {
    let isInside = series.range.contains(abscissa)
    guard mask != .kept || !isInside else { return true }
    leave([point], because: mask == .kept ? PointMask.outsideRange.words : mask.words)
    return false
  }

  private func bare(_ point: DataPlace, _ series: FitSeries) -> FitFault {
    FitFault(
      series.name, "nothing says how sure point \(point.point) of \(point.frame) is",
      hint: series.relativeError > 0
        ? "give absolute_error: a share of nothing is no error"
        : "give relative_error, absolute_error or both")
  }

  /// A frame of which every point is left out.
  private func nothing(of frame: String, _ series: FitSeries, range: String) -> FitFault {
    let own = readings.last?.leftOut.filter { $0.frame == frame } ?? []
    let reasons = own.map { "\($0.points.count) points: \($0.reason)" }
    return FitFault(
      series.name, "no point of \(frame) is left; \(reasons.joined(separator: ", "))",
      hint: own.contains { $0.reason == PointMask.outsideRange.words }
        ? "widen \(range)" : "leave it out of file, or out of the times by from and to")
  }

  func empty(_ series: FitSeries) -> FitFault {
    FitFault(series.name, "none of its times counts", hint: "\"from\" and \"to\" say which do")
  }

  private mutating func spectra(_ series: FitSeries) throws(FitFault) -> [any FitTarget] {
    guard case .absorbance(let measured) = try content(of: series) else {
      throw FitFault(series.name, "these are scattering curves", hint: "use kind = \"saxs\"")
    }
    guard let optics = scenario.observation?.optics else {
      throw FitFault(
        series.name, "a spectrum needs a sizing curve", hint: "describe it in [optics]")
    }
    let errors = ErrorModel(relative: series.relativeError, absolute: series.absoluteError)
    var frames: [SpectraTarget.Frame] = []
    let chosen = chosen(measured.spectra, series, at: \.time) { spectrum in
      spectrum.wavelengths.indices.map { DataPlace(spectrum.name, point: $0 + 1) }
    }
    for spectrum in chosen {
      var frame = SpectraTarget.Frame(time: spectrum.time + series.timeShift)
      for place in spectrum.wavelengths.indices {
        let point = DataPlace(spectrum.name, point: place + 1)
        let wavelength = spectrum.wavelengths[place]
        guard isKept(point, spectrum.masks[place], wavelength, series) else { continue }
        let value = spectrum.absorbance[place]
        guard let deviation = errors.deviation(of: value, measured: nil) else {
          throw bare(point, series)
        }
        frame.add(wavelength, value, deviation)
      }
      guard !frame.wavelengths.isEmpty else {
        throw nothing(of: spectrum.name, series, range: "wavelength")
      }
      frames.append(frame)
    }
    guard !frames.isEmpty else { throw empty(series) }
    return frames.together(series).map {
      SpectraTarget(series, $0, plan: optics, of: scenario.experiment)
    }
  }
}

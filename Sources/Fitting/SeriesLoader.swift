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
  private(set) var notes: [String] = []
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

  private func content(of series: FitSeries) throws(FitFault) -> SeriesImport {
    var options = ImportOptions()
    options.qUnit = series.abscissaUnit
    options.intensityUnit = series.ordinateUnit
    if let table = series.times {
      options.times = .table(path: table.hasPrefix("/") ? table : "\(folder)/\(table)")
    }
    do {
      if let pattern = series.timePattern { options.times = .pattern(try TimePattern(pattern)) }
      let paths = try paths(of: series)
      let isPlain = series.times == nil && series.timePattern == nil
      return paths.count == 1 && isPlain && series.abscissaUnit == nil
        ? try SeriesImport(file: paths[0]) : try SeriesImport(reading: paths, options: options)
    } catch let fault as FitFault {
      throw fault
    } catch {
      throw FitFault(series.name, "\(error)")
    }
  }

  /// Every so many of the times that count.
  private func chosen<Item>(
    _ items: [Item], _ series: FitSeries, at time: (Item) -> Double
  ) -> [Item] {
    let inside = items.filter { series.during.contains(time($0)) }
    return stride(from: 0, to: inside.count, by: series.every).map { inside[$0] }
  }

  // MARK: - Kinds

  private mutating func scattering(_ series: FitSeries) throws(FitFault) -> [any FitTarget] {
    let imported = try content(of: series)
    guard case .scattering(let measured) = imported.content else {
      throw FitFault(series.name, "these are spectra", hint: "use kind = \"absorption\"")
    }
    let plan = try scatteringPlan(series, measured.intensityUnit)
    let errors = ErrorModel(
      relative: series.relativeError,
      absolute: measured.intensityUnit == .absolute
        ? 100 * series.absoluteError : series.absoluteError)
    var frames: [ScatteringTarget.Frame] = []
    for frame in chosen(measured.frames, series, at: \.time) {
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
    var left = 0
    for place in frame.q.indices {
      guard frame.masks[place] == .kept, series.range.contains(frame.q[place]) else {
        left += 1
        continue
      }
      guard
        let deviation = errors.deviation(
          of: frame.intensity[place], measured: frame.deviation?[place])
      else {
        throw FitFault(
          series.name, "nothing says how sure \(frame.name) is",
          hint: "give relative_error, absolute_error or both")
      }
      q.append(frame.q[place])
      intensity.append(frame.intensity[place])
      deviations.append(deviation)
    }
    guard !q.isEmpty else {
      throw FitFault(series.name, "no point of \(frame.name) is left", hint: "widen q")
    }
    if left > 0 { notes.append("\(series.name): \(left) points of \(frame.name) are left out") }
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

  private func empty(_ series: FitSeries) -> FitFault {
    FitFault(series.name, "none of its times counts", hint: "\"from\" and \"to\" say which do")
  }

  private mutating func spectra(_ series: FitSeries) throws(FitFault) -> [any FitTarget] {
    let imported = try content(of: series)
    guard case .absorbance(let measured) = imported.content else {
      throw FitFault(series.name, "these are scattering curves", hint: "use kind = \"saxs\"")
    }
    guard let optics = scenario.observation?.optics else {
      throw FitFault(
        series.name, "a spectrum needs a sizing curve", hint: "describe it in [optics]")
    }
    let errors = ErrorModel(relative: series.relativeError, absolute: series.absoluteError)
    var frames: [SpectraTarget.Frame] = []
    for spectrum in chosen(measured.spectra, series, at: \.time) {
      var frame = SpectraTarget.Frame(time: spectrum.time + series.timeShift)
      for place in spectrum.wavelengths.indices
      where spectrum.masks[place] == .kept && series.range.contains(spectrum.wavelengths[place]) {
        let value = spectrum.absorbance[place]
        guard let deviation = errors.deviation(of: value, measured: nil) else {
          throw FitFault(
            series.name, "nothing says how sure \(spectrum.name) is",
            hint: "give relative_error, absolute_error or both")
        }
        frame.add(spectrum.wavelengths[place], value, deviation)
      }
      guard !frame.wavelengths.isEmpty else {
        throw FitFault(
          series.name, "no point of \(spectrum.name) is left", hint: "widen wavelength")
      }
      frames.append(frame)
    }
    guard !frames.isEmpty else { throw empty(series) }
    return frames.together(series).map {
      SpectraTarget(series, $0, plan: optics, of: scenario.experiment)
    }
  }

  private func quantity(_ series: FitSeries) throws(FitFault) -> any FitTarget {
    let name = series.quantity ?? ""
    let network = scenario.experiment.network
    let quantity: QuantityTarget.Quantity
    let unit: String
    if let column = SummaryColumn.all.first(where: { $0.name == name }) {
      (quantity, unit) = (.column(column), column.unit)
    } else if let place = network.species.firstIndex(where: { $0.name == name }) {
      (quantity, unit) = (.species(place), "mol/m^3")
    } else {
      let known = SummaryColumn.all.map(\.name) + network.species.map(\.name)
      throw FitFault(
        series.name, "no quantity is called \"\(name)\"",
        hint: NearestName.of(name, among: known).map { "did you mean \"\($0)\"?" })
    }
    let table = try TimeSeriesTable(series, paths: paths(of: series), in: unit)
    let errors = ErrorModel(relative: series.relativeError, absolute: series.absoluteError)
    var points: [(time: Double, value: Double, deviation: Double)] = []
    for row in chosen(table.rows, series, at: \.time) {
      guard let deviation = errors.deviation(of: row.value, measured: row.deviation) else {
        throw FitFault(
          series.name, "nothing says how sure its values are",
          hint: "add a column \"sd\", or give relative_error, absolute_error or both")
      }
      points.append((row.time + series.timeShift, row.value, deviation))
    }
    guard !points.isEmpty else { throw empty(series) }
    return QuantityTarget(series, quantity, in: unit, points: points)
  }

  private mutating func histogram(_ series: FitSeries) throws(FitFault) -> any FitTarget {
    guard let bins = series.bins else { throw empty(series) }
    let edges = bins.edges
    let table = try TimeSeriesTable(series, paths: paths(of: series), in: "m")
    var histograms: [HistogramTarget.Histogram] = []
    var outside = 0
    for time in Set(table.rows.map(\.time)).sorted() where series.during.contains(time) {
      var counts = [Double](repeating: 0, count: edges.count - 1)
      for row in table.rows where row.time == time {
        let place = bins.place(of: row.value)
        guard counts.indices.contains(place) else {
          outside += 1
          continue
        }
        counts[place] += 1
      }
      histograms.append(HistogramTarget.Histogram(time: time + series.timeShift, counts: counts))
    }
    guard !histograms.isEmpty else { throw empty(series) }
    if outside > 0 { notes.append("\(series.name): \(outside) particles lie outside of the bins") }
    return HistogramTarget(series, histograms, edges: edges)
  }
}

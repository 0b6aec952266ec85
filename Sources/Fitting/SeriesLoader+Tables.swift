import Kinetics
import ScenarioFiles
import Synthesis
import Units

/// Quantities and diameters over time, which tables hold.
extension SeriesLoader {
  mutating func quantity(_ series: FitSeries) throws(FitFault) -> any FitTarget {
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
    let table = try table(series, in: unit)
    let errors = ErrorModel(relative: series.relativeError, absolute: series.absoluteError)
    var points: [(time: Double, value: Double, deviation: Double)] = []
    for row in chosen(table.rows, series, at: \.time, { [$0.place] }) {
      guard let deviation = errors.deviation(of: row.value, measured: row.deviation) else {
        throw FitFault(
          series.name,
          "nothing says how sure its value in \(row.place.frame):\(row.place.point) is",
          hint: "add a column \"sd\", or give relative_error, absolute_error or both")
      }
      points.append((row.time + series.timeShift, row.value, deviation))
    }
    guard !points.isEmpty else { throw empty(series) }
    return QuantityTarget(series, quantity, in: unit, points: points)
  }

  mutating func histogram(_ series: FitSeries) throws(FitFault) -> any FitTarget {
    guard let bins = series.bins else { throw empty(series) }
    let edges = bins.edges
    let table = try table(series, in: "m")
    let samples = Dictionary(grouping: table.rows, by: \.time).values
      .sorted { $0[0].time < $1[0].time }
    var histograms: [HistogramTarget.Histogram] = []
    for rows in chosen(samples, series, at: { $0[0].time }, { $0.map(\.place) }) {
      var counts = [Double](repeating: 0, count: edges.count - 1)
      for row in rows {
        let place = bins.place(of: row.value)
        guard counts.indices.contains(place) else {
          leave([row.place], because: "outside of the bins")
          continue
        }
        counts[place] += 1
      }
      guard counts.contains(where: { $0 > 0 }) else {
        throw FitFault(
          series.name, "no particle at \(rows[0].time) s lies in the bins", hint: "widen bins")
      }
      histograms.append(
        HistogramTarget.Histogram(time: rows[0].time + series.timeShift, counts: counts))
    }
    guard !histograms.isEmpty else { throw empty(series) }
    return HistogramTarget(series, histograms, edges: edges)
  }

  private mutating func table(
    _ series: FitSeries, in unit: String
  ) throws(FitFault) -> TimeSeriesTable {
    let table = try TimeSeriesTable(series, paths: paths(of: series), in: unit)
    readings[readings.count - 1].note(table.notes)
    return table
  }
}

import Campaigns
import Reports
import SweepAnalysis

/// The pictures of an analysed sweep, each a file beside its table.
struct StudyPictures {
  let study: SweepStudy
  let map: MapChoice?
  let folder: String
  /// What their names end in.
  let ending: String

  /// Draws what there is to be drawn; gives the paths, and why the rest is not there.
  func draw() throws(Fault) -> (paths: [String], reasons: [String]) {
    let format: PictureFormat
    do throws(ReportError) { format = try PictureFormat(path: "." + ending) } catch {
      throw Fault(error)
    }
    var (paths, reasons) = ([String](), [String]())
    for (name, plot) in plots {
      do throws(ReportError) {
        let bytes = try Gnuplot.draw(try plot(), as: format)
        let path = "\(folder)/analysis-\(name).\(ending)"
        do throws(Fault) { try TextFile.write(bytes, to: path) } catch {
          reasons.append(error.message)
          continue
        }
        paths.append(path)
      } catch {
        reasons.append("no picture of \(name): \(error)")
        if case .gnuplotMissing = error { break }
      }
    }
    return (paths, reasons)
  }

  private var plots: [(String, () throws(ReportError) -> PlotData)] {
    let drawn = analysed
    guard !drawn.responses.isEmpty else { return [] }
    var plots: [(String, () throws(ReportError) -> PlotData)] = [
      ("responses", { () throws(ReportError) in try ResponsePicture(drawn).plot() }),
      ("effects", { () throws(ReportError) in try EffectPicture(drawn).plot() }),
    ]
    if let map {
      plots.append(
        (
          "map",
          { () throws(ReportError) in
            try SweepMap(
              drawn, x: map.x, y: map.y, points: map.points, condition: map.condition
            ).plot()
          }
        ))
    }
    if drawn.responses.contains(where: { $0.indices != nil }) {
      plots.append(("indices", { () throws(ReportError) in try IndexPicture(drawn).plot() }))
    }
    if let ranked = study.ranked, study.objectives.count > 1, ranked.order.count > 1 {
      let (objectives, values) = (study.objectives, study.aims.map(\.values))
      let quantities = objectives.map { ResponseColumn.quantity($0.name) }
      plots.append(
        (
          "pareto",
          { () throws(ReportError) in
            try FrontPicture(
              objectives, quantities: quantities, values: values, ranked: ranked
            ).plot()
          }
        ))
    }
    return plots
  }

  /// What varies.
  private var analysed: AnalysedSweep {
    AnalysedSweep(
      factors: study.factors.factors,
      responses: study.responses.filter { $0.tally.count > 1 && $0.tally.squares > 0 }.map {
        AnalysedSweep.Response(
          $0.column.quantity, unit: $0.column.unit, isLog: $0.column.isLog, values: $0.values,
          effects: $0.effects, indices: $0.indices)
      }, hasLevels: !study.design.kind.isSample)
  }
}

import SweepAnalysis

/// One quantity of a sweep, and everything that was found about it.
struct AnalyzedResponse {
  let column: ResponseColumn
  let means: PointMeans
  let effects: [MainEffect]
  let interactions: [Interaction]
  let indices: SobolIndices?
  /// Points with a value.
  let tally: Tally

  var values: [Double] { means.values }
}

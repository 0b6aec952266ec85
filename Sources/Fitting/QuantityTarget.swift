import Inference
import Observation
import PopulationBalance
import ScenarioFiles
import Synthesis

/// One quantity of the summary, or the concentration of a species, over time.
struct QuantityTarget: FitTarget {
  /// What of a frame it is.
  enum Quantity: Sendable {
    case column(SummaryColumn)
    /// The place of a species.
    case species(Int)
  }

  let name: String
  let kind = FitSeries.Kind.quantity
  let unit: String
  let times: [Double]
  let termCount: Int
  private let quantity: Quantity
  private let values: [Double]
  private let deviations: [Double]
  private let scale: Double?

  init(
    _ series: FitSeries, _ quantity: Quantity, in unit: String,
    points: [(time: Double, value: Double, deviation: Double)]
  ) {
    name = series.name
    self.unit = unit
    self.quantity = quantity
    times = points.map(\.time)
    values = points.map(\.value)
    deviations = points.map(\.deviation)
    scale = if case .fixed(let scale) = series.scale { scale } else { nil }
    termCount = scale == nil ? 1 : 0
  }

  func compare(_ outputs: [FitOutput]) throws(ModelFailure) -> FitComparison {
    var stack = LinearTerms.Stack()
    let hasSlopes = outputs.allSatisfy { $0.slopes != nil }
    stack.slopes = Array(
      repeating: [], count: hasSlopes ? outputs.first?.slopes?.count ?? 0 : 0)
    for (place, output) in outputs.enumerated() {
      guard let value = value(of: output), value.isFinite else {
        throw ModelFailure("there is no value of \(name) at \(output.frame.time) s")
      }
      let deviation = deviations[place]
      stack.data.append(values[place] / deviation)
      stack.model.append(value / deviation)
      for parameter in stack.slopes.indices {
        guard let slope = slope(of: output, parameter) else {
          throw ModelFailure("\(name) has no derivative at \(output.frame.time) s")
        }
        stack.slopes[parameter].append(slope / deviation)
      }
      stack.frames.append((place..<(place + 1), []))
    }
    let terms = LinearTerms(stack, scale: scale)
    let model = zip(stack.model, deviations).map { terms.scale * $0 * $1 }
    let curves = times.indices.map { place in
      FittedCurve(
        time: times[place], abscissa: [], data: [values[place]],
        deviation: [deviations[place]], model: [model[place]])
    }
    return FitComparison(
      residuals: terms.residuals, slopes: hasSlopes ? terms.slopes : nil, curves: curves,
      scale: scale == nil ? terms.scale : nil)
  }

  private func value(of output: FitOutput) -> Double? {
    switch quantity {
    case .column(let column): column.value(output.frame)
    case .species(let place): output.frame.species[place]
    }
  }

  private func slope(of output: FitOutput, _ parameter: Int) -> Double? {
    guard let slope = output.slopes?[parameter] else { return nil }
    return switch quantity {
    case .column(let column): slope[column]
    case .species(let place): slope.species[place]
    }
  }
}

import Inference
import Measurements
import Observation
import PopulationBalance
import RealModule
import ScenarioFiles
import Synchronization

/// A series of I(q).
struct ScatteringTarget: FitTarget {
  let name: String
  let kind = FitSeries.Kind.saxs
  /// "1/m" or "arbitrary".
  let unit: String
  let times: [Double]
  let termCount: Int
  private let frames: [Frame]
  private let plan: ScatteringPlan
  private let scale: Double?
  private let background: FitSeries.Background
  private let precursorRadius: Double?
  private let kernels = KernelCache<ScatteringKernel>()

  /// The points of a frame that count.
  struct Frame: Sendable {
    let time: Double
    let q: [Double]
    let intensity: [Double]
    let deviation: [Double]
  }

  init(
    _ series: FitSeries, _ frames: [Frame], in unit: IntensityUnit, plan: ScatteringPlan
  ) {
    name = series.name(from: frames.first?.time)
    self.unit = unit == .absolute ? "1/m" : unit.spelling
    self.frames = frames
    times = frames.map(\.time)
    var plan = plan
    plan.q = Array(Set(frames.flatMap(\.q))).sorted()
    self.plan = plan
    scale = if case .fixed(let scale) = series.scale { scale } else { nil }
    background = series.background
    precursorRadius = series.precursorRadius
    let own = (background == .frame ? 1 : 0) + (precursorRadius == nil ? 0 : 1)
    termCount = (scale == nil ? 1 : 0) + (background == .series ? 1 : 0) + own * frames.count
  }

  func compare(_ outputs: [FitOutput]) throws(ModelFailure) -> FitComparison {
    guard let widest = outputs.map(\.bins).max(by: { $0.count < $1.count }) else {
      throw ModelFailure("the run gave nothing")
    }
    let kernel = kernels.kernel(for: widest) { bins in
      plan.instrument(for: bins).linear ?? ScatteringKernel(plan.form, q: plan.q, bins: bins)
    }
    var stack = LinearTerms.Stack()
    let hasSlopes = outputs.allSatisfy { $0.slopes != nil }
    let parameterCount = hasSlopes ? outputs.first?.slopes?.count ?? 0 : 0
    stack.slopes = Array(repeating: [], count: parameterCount)
    for (frame, output) in zip(frames, outputs) {
      let places = places(of: frame.q, in: kernel.q)
      func seen(_ numbers: [Double]) -> [Double] {
        let all = kernel.intensity(of: numbers.padded(to: kernel.bins.count))
        return zip(places, frame.deviation).map { all[$0] / $1 }
      }
      let first = stack.data.count
      stack.data += zip(frame.intensity, frame.deviation).map { $0 / $1 }
      stack.model += seen(output.numbers)
      for place in 0..<parameterCount {
        stack.slopes[place] += seen(output.slopes?[place].numbers ?? [])
      }
      stack.frames.append((first..<stack.data.count, ownColumns(of: frame)))
    }
    if background == .series {
      stack.shared = [frames.flatMap { $0.deviation.map { 1 / $0 } }]
    }
    let terms = LinearTerms(stack, scale: scale)
    guard terms.scale >= 0 else {
      throw ModelFailure("\(name) would need a negative scale")
    }
    return FitComparison(
      residuals: terms.residuals, slopes: hasSlopes ? terms.slopes : nil,
      curves: curves(stack, terms), scale: scale == nil ? terms.scale : nil)
  }

  /// A constant and a Guinier term, where each frame has its own.
  private func ownColumns(of frame: Frame) -> [[Double]] {
    var columns: [[Double]] = []
    if background == .frame { columns.append(frame.deviation.map { 1 / $0 }) }
    if let precursorRadius {
      columns.append(
        zip(frame.q, frame.deviation).map { q, deviation in
          Double.exp(-q * q * precursorRadius * precursorRadius / 3) / deviation
        })
    }
    return columns
  }

  private func curves(_ stack: LinearTerms.Stack, _ terms: LinearTerms) -> [FittedCurve] {
    frames.indices.map { place in
      let (frame, rows) = (frames[place], stack.frames[place].rows)
      let model = zip(rows, frame.deviation).enumerated().map { point, row in
        var value = terms.scale * stack.model[row.0]
        for (coefficient, column) in zip(terms.shared, stack.shared) {
          value += coefficient * column[row.0]
        }
        for (coefficient, column) in zip(terms.own[place], stack.frames[place].columns) {
          value += coefficient * column[point]
        }
        return value * row.1
      }
      return FittedCurve(
        time: frame.time, abscissa: frame.q, data: frame.intensity, deviation: frame.deviation,
        model: model)
    }
  }

  /// Where the values of one sorted list stand in another that holds them all.
  private func places(of some: [Double], in all: [Double]) -> [Int] {
    var place = 0
    return some.map { value in
      while all[place] < value { place += 1 }
      return place
    }
  }
}

extension [Double] {
  /// With zeros behind.
  func padded(to count: Int) -> [Double] {
    self.count < count ? self + Array(repeating: 0, count: count - self.count) : self
  }
}

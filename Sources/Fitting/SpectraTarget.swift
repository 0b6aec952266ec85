import Inference
import Kinetics
import Observation
import PopulationBalance
import ScenarioFiles
import Synthesis

/// A series of absorption spectra.
struct SpectraTarget: FitTarget {
  /// The points of a spectrum that count.
  struct Frame: Sendable {
    let time: Double
    /// m.
    private(set) var wavelengths: [Double] = []
    private(set) var absorbance: [Double] = []
    private(set) var deviation: [Double] = []

    init(time: Double) { self.time = time }

    mutating func add(_ wavelength: Double, _ value: Double, _ deviation: Double) {
      wavelengths.append(wavelength)
      absorbance.append(value)
      self.deviation.append(deviation)
    }
  }

  let name: String
  let kind = FitSeries.Kind.absorption
  let unit = "1"
  let times: [Double]
  let termCount: Int
  private let frames: [Frame]
  private let plan: OpticsPlan
  /// The radius of the smallest crystal, m.
  private let floor: Double
  private let wavelengths: [Double]
  private let scale: Double?
  private let background: FitSeries.Background
  private let kernels = KernelCache<OpticalKernel>()

  init(_ series: FitSeries, _ frames: [Frame], plan: OpticsPlan, of experiment: Experiment) {
    name = series.name(from: frames.first?.time)
    self.frames = frames
    self.plan = plan
    times = frames.map(\.time)
    floor = experiment.ladder.radius(ofUnits: Double(experiment.crystalFloor))
    wavelengths = Array(Set(frames.flatMap(\.wavelengths))).sorted()
    scale = if case .fixed(let scale) = series.scale { scale } else { nil }
    background = series.background
    termCount =
      (scale == nil ? 1 : 0)
      + (background == .none ? 0 : background == .series ? 1 : frames.count)
  }

  func compare(_ outputs: [FitOutput]) throws(ModelFailure) -> FitComparison {
    guard let widest = outputs.map(\.bins).max(by: { $0.count < $1.count }) else {
      throw ModelFailure("the run gave nothing")
    }
    let kernel = kernels.kernel(for: widest) { bins in
      OpticalKernel(plan.model, wavelengths: wavelengths, bins: bins, floor: floor)
    }
    let hasSlopes = outputs.allSatisfy { $0.slopes != nil }
    var stack = LinearTerms.Stack()
    stack.slopes = Array(
      repeating: [], count: hasSlopes ? outputs.first?.slopes?.count ?? 0 : 0)
    for (frame, output) in zip(frames, outputs) {
      let places = frame.wavelengths.map { wavelengths.firstIndex(of: $0) ?? 0 }
      func seen(_ numbers: [Double]) -> [Double] {
        let all = kernel.absorbance(of: numbers.padded(to: kernel.binCount), path: plan.path)
        return zip(places, frame.deviation).map { all[$0] / $1 }
      }
      let first = stack.data.count
      stack.data += zip(frame.absorbance, frame.deviation).map { $0 / $1 }
      stack.model += seen(output.numbers)
      for place in stack.slopes.indices {
        stack.slopes[place] += seen(output.slopes?[place].numbers ?? [])
      }
      stack.frames.append(
        (
          first..<stack.data.count,
          background == .frame ? [frame.deviation.map { 1 / $0 }] : []
        ))
    }
    if background == .series {
      stack.shared = [frames.flatMap { $0.deviation.map { 1 / $0 } }]
    }
    let terms = LinearTerms(stack, scale: scale)
    guard terms.scale >= 0 else {
      throw ModelFailure("\(name) would need a negative scale")
    }
    let curves = frames.indices.map { place in
      let (frame, rows) = (frames[place], stack.frames[place].rows)
      let constant = (terms.shared.first ?? 0) + (terms.own[place].first ?? 0)
      return FittedCurve(
        time: frame.time, abscissa: frame.wavelengths, data: frame.absorbance,
        deviation: frame.deviation,
        model: zip(rows, frame.deviation).map { terms.scale * stack.model[$0] * $1 + constant })
    }
    return FitComparison(
      residuals: terms.residuals, slopes: hasSlopes ? terms.slopes : nil, curves: curves,
      scale: scale == nil ? terms.scale : nil)
  }
}

import Measurements

/// The points of a frame that a fit uses.
struct FrameCurve: Sendable {
  let q: [Double]
  let intensity: [Double]
  let deviation: [Double]

  /// Why a frame cannot be fitted.
  struct Unusable: Error {
    let reason: String
  }

  /// Fewer points than this tell nothing of a distribution.
  static let leastPoints = 12

  init(q: [Double], intensity: [Double], deviation: [Double]) {
    (self.q, self.intensity, self.deviation) = (q, intensity, deviation)
  }

  init(_ frame: MeasuredFrame, errors: ErrorModel) throws(Unusable) {
    var (q, intensity, deviation) = ([Double](), [Double](), [Double]())
    for place in frame.q.indices where frame.masks[place] == .kept {
      let given = errors.deviation(
        of: frame.intensity[place], measured: frame.deviation?[place])
      guard let given, given > 0, given.isFinite else {
        throw Unusable(
          reason: "point \(place + 1) has no error above zero; --absolute-error gives it one")
      }
      q.append(frame.q[place])
      intensity.append(frame.intensity[place])
      deviation.append(given)
    }
    guard q.count >= Self.leastPoints else {
      throw Unusable(
        reason: "only \(q.count) points are to be used, and a fit needs \(Self.leastPoints)")
    }
    guard frame.holdsSignal else { throw Unusable(reason: "every intensity is zero") }
    self.init(q: q, intensity: intensity, deviation: deviation)
  }

  /// The largest intensity, of either sign.
  var size: Double { intensity.reduce(0) { max($0, abs($1)) } }

  /// y/σ.
  var weighted: [Double] { zip(intensity, deviation).map { $0 / $1 } }

  /// A curve over σ.
  func weighted(_ curve: (Double) -> Double) -> [Double] {
    zip(q, deviation).map { curve($0) / $1 }
  }
}

import Measurements
import Observation
import RealModule

/// Frames of spheres after Schulz, computed here.
struct SyntheticFrame {
  var radius = 2.5e-9
  var dispersion = 0.12
  var scale = 2e28
  var background = 3.0
  var noise = 0.0
  var name = "a.dat"
  var time = 0.0

  /// Waves in the place of noise: the same every time, and of standard deviation one.
  static func wave(_ place: Int) -> Double {
    let x = Double(place * place % 997)
    return 2.0.squareRoot() * Double.sin(0.1 + 2.399963 * x)
  }

  var frame: MeasuredFrame {
    let q = (0..<120).map { 1e8 + 4e7 * Double($0) }
    let spheres = SchulzSpheres(mean: radius, dispersion: dispersion)
    let exact = q.map { scale * spheres.intensity(at: $0) + background }
    let deviation = exact.map { 0.02 * abs($0) + 0.3 }
    let intensity = exact.indices.map { exact[$0] + noise * deviation[$0] * Self.wave($0) }
    return MeasuredFrame(
      name: name, time: time, q: q, intensity: intensity, deviation: deviation)
  }

  static func series(_ frames: [MeasuredFrame]) -> MeasuredSeries {
    MeasuredSeries(title: "synthetic", intensityUnit: .absolute, frames: frames)
  }
}

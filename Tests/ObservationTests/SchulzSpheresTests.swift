import Observation
import RealModule
import Testing

@Suite struct SchulzSpheresTests {
  /// ⟨V²F²⟩/⟨V⟩ by Simpson's rule over the distribution.
  private func quadrature(_ mean: Double, _ dispersion: Double, _ q: Double) -> Double {
    let shape = 1 / (dispersion * dispersion)
    let (low, high) = (mean * max(1e-3, 1 - 9 * dispersion), mean * (1 + 14 * dispersion))
    let steps = 20_000
    var (square, volume) = (0.0, 0.0)
    for step in 0...steps {
      let r = low + (high - low) * Double(step) / Double(steps)
      let rule = step == 0 || step == steps ? 1.0 : (step % 2 == 0 ? 2 : 4)
      let u = r / mean
      let weight = rule * .exp((shape - 1) * .log(u) - shape * (u - 1))
      let x = q * r
      let form = x < 1e-3 ? 1 - x * x / 10 : 3 * (.sin(x) - x * .cos(x)) / (x * x * x)
      let v = 4 * Double.pi / 3 * r * r * r
      square += weight * v * v * form * form
      volume += weight * v
    }
    return square / volume
  }

  @Test(arguments: [0.05, 0.12, 0.3, 0.5])
  func scatterLikeTheirSum(dispersion: Double) {
    let spheres = SchulzSpheres(mean: 3e-9, dispersion: dispersion)
    for x in [0.02, 0.1, 0.3, 1, 3, 4.5, 8, 20] {
      let expected = quadrature(3e-9, dispersion, x / 3e-9)
      #expect(abs(spheres.intensity(at: x / 3e-9) / expected - 1) < 2e-6)
    }
  }

  /// Slopes by central differences, on both sides of where the series takes over.
  @Test(arguments: [0.003, 0.05, 0.2, 0.5])
  func knowHowTheyChange(dispersion: Double) {
    for x in [0.02, 0.1, 0.2, 0.5, 2, 4.5, 9] {
      let q = x / 3e-9
      let response = SchulzSpheres(mean: 3e-9, dispersion: dispersion).response(at: q)
      let value = { (mean: Double, p: Double) in
        SchulzSpheres(mean: mean, dispersion: p).intensity(at: q)
      }
      #expect(response.intensity == value(3e-9, dispersion))
      let step = 1e-4
      let byMean =
        (value(3e-9 * .exp(step), dispersion) - value(3e-9 * .exp(-step), dispersion)) / (2 * step)
      let change = step * dispersion
      let byDispersion =
        (value(3e-9, dispersion + change) - value(3e-9, dispersion - change)) / (2 * change)
      let size = response.intensity
      #expect(abs(response.byLogarithmOfMean - byMean) < 2e-6 * (size + abs(byMean)))
      #expect(abs(response.byDispersion - byDispersion) < 2e-5 * (size + abs(byDispersion)))
    }
  }
}

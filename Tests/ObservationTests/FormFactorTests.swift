import Foundation
import Observation
import Testing

@Suite struct `A form factor` {
  private let unit = ScatteringLengthDensity(1)

  @Test(arguments: [0.0, 1e-3, 0.299_999_9, 0.300_000_1, 2, 40])
  func `of a sphere joins its series and its closed form`(x: Double) {
    let amplitude = Sphere(contrast: unit).scattering(ofRadius: 1, at: x).amplitude.real
    // ∫ 4π r² sinc(xr) dr by a million midpoints.
    let steps = 200_000
    let sum = (0..<steps).reduce(0.0) { sum, step in
      let r = (Double(step) + 0.5) / Double(steps)
      return sum + r * r * (x * r < 1e-9 ? 1 : sin(x * r) / (x * r))
    }
    #expect(abs(amplitude - 4 * .pi * sum / Double(steps)) < 1e-9)
  }

  @Test func `of layers is that of the sphere where layers are like the core`() {
    let layered = LayeredSphere(core: unit, layers: [.init(thickness: 0.5, contrast: unit)])
    for q in [0.1, 1, 5] {
      let one = layered.scattering(ofRadius: 2, at: q).intensity
      let other = Sphere(contrast: unit).scattering(ofRadius: 2.5, at: q).intensity
      #expect(abs(one / other - 1) < 1e-12)
    }
  }

  @Test func `of a superball of exponent one is the sphere's`() {
    let ball = Superball(contrast: unit, exponent: 1).prepared(upTo: 8)
    for q in [0.01, 0.77, 2, 4.3, 7.9] {
      let one = ball.scattering(ofRadius: 1, at: q)
      let other = Sphere(contrast: unit).scattering(ofRadius: 1, at: q)
      #expect(abs(one.intensity - other.intensity) < 1e-6 * other.intensity + 1e-8)
      #expect(abs(one.amplitude.real - other.amplitude.real) < 1e-6)
    }
  }

  @Test func `of a cube has the volume of the sphere and Guinier's radius of gyration`() {
    let cube = Cube(contrast: unit).prepared(upTo: 1)
    let volume = 4 * Double.pi / 3
    #expect(abs(cube.scattering(ofRadius: 1, at: 0).intensity / (volume * volume) - 1) < 1e-9)
    // R_g² = a²/4 of a cube of edge a = (4π/3)^(1/3).
    let gyration = pow(volume, 2.0 / 3) / 4
    let q = 0.02
    let slope = -log(cube.scattering(ofRadius: 1, at: q).intensity / (volume * volume)) / (q * q)
    #expect(abs(slope / (gyration / 3) - 1) < 1e-4)
  }
}

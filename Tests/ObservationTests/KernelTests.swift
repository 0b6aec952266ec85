import Foundation
import Observation
import Testing

@Suite struct `A scattering kernel` {
  private let form = Sphere(contrast: ScatteringLengthDensity(3e15))
  private let q = (0..<40).map { 5e7 * pow(120, Double($0) / 39) }

  @Test func `averages over wide bins as many narrow ones do`() {
    let wide = ScatteringKernel(form, q: q, bins: SizeBins(edges: [2e-9, 6e-9]))
    let edges = (0...4000).map { 2e-9 + 4e-9 * Double($0) / 4000 }
    let narrow = ScatteringKernel(
      form, q: q, bins: SizeBins(radii: zip(edges, edges.dropFirst()).map { 0.5 * ($0 + $1) }))
    let one = wide.intensity(of: [1])
    let other = narrow.intensity(of: Array(repeating: 1.0 / 4000, count: 4000))
    for place in q.indices { #expect(abs(one[place] / other[place] - 1) < 1e-4) }
  }

  @Test func `is linear in numbers, frame by frame`() {
    let kernel = ScatteringKernel(form, q: q, bins: SizeBins(radii: [2e-9, 3e-9, 4e-9]))
    var both: [Double] = []
    kernel.intensity(of: [1, 0, 2, 0, 5, 1], frames: 2, into: &both)
    let parts = [[1.0, 0, 0], [0, 1, 0], [0, 0, 1]].map { kernel.intensity(of: $0) }
    for place in q.indices {
      #expect(abs(both[place] / (parts[0][place] + 2 * parts[2][place]) - 1) < 1e-12)
      let second = 5 * parts[1][place] + parts[2][place]
      #expect(abs(both[q.count + place] / second - 1) < 1e-12)
    }
  }

  @Test
  func `seen through a narrow resolution is itself, and through a wide one as summed by hand`() {
    let bins = SizeBins(radii: [3e-9])
    let sharp = ScatteringKernel(form, q: q, bins: bins).intensity(of: [1])
    let none = Resolution(q: q, width: 0)
    let same = ScatteringKernel(form, q: none.nodes, bins: bins).smeared(by: none)
    #expect(zip(same.intensity(of: [1]), sharp).allSatisfy { abs($0 / $1 - 1) < 1e-13 })
    let resolution = Resolution(
      q: q, width: 2e7, share: 0.1, nodesOfEach: Resolution.nodes(for: 3e-9, width: 6.2e8))
    let seen = ScatteringKernel(form, q: resolution.nodes, bins: bins).smeared(by: resolution)
      .intensity(of: [1])
    for place in q.indices {
      let sigma = hypot(2e7, 0.1 * q[place])
      let steps = 4000
      var (sum, weight) = (0.0, 0.0)
      for step in 0...steps {
        let offset = 8 * (2 * Double(step) / Double(steps) - 1)
        let share = exp(-0.5 * offset * offset)
        weight += share
        let other = abs(q[place] + sigma * offset)
        sum += share * form.scattering(ofRadius: 3e-9, at: other).intensity
      }
      #expect(abs(seen[place] / (sum / weight) - 1) < 1e-6)
    }
  }

  @Test func `crowded decoupled or locally has one answer for one size`() {
    let kernel = ScatteringKernel(
      form, q: q, bins: SizeBins(radii: [3e-9]), keepsAmplitudes: true)
    let numbers = [2e24]
    let one = Crowding(mixing: .decoupling, shell: 1e-9).intensity(of: numbers, by: kernel)
    let other = Crowding(mixing: .localMonodisperse, shell: 1e-9).intensity(of: numbers, by: kernel)
    #expect(zip(one, other).allSatisfy { abs($0 / $1 - 1) < 1e-10 })
    // The compressibility of hard spheres: S(0) = (1 - η)⁴/(1 + 2η)².
    let fraction = 0.3
    let order = HardSpheres.structureFactor(1, radius: 4e-9, volumeFraction: fraction)
    #expect(abs(order / (pow(1 - fraction, 4) / pow(1 + 2 * fraction, 2)) - 1) < 1e-9)
    let below = HardSpheres.structureFactor(2.999_999, radius: 0.5, volumeFraction: fraction)
    let above = HardSpheres.structureFactor(3.000_001, radius: 0.5, volumeFraction: fraction)
    #expect(abs(below / above - 1) < 1e-5)
  }
}

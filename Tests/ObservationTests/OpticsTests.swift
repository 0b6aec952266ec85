import Foundation
import Materials
import Observation
import Testing

@Suite struct `A sizing curve` {
  private let eV = 1.602_176_634e-19

  @Test(arguments: SizingCurve.all) func `falls with size, and has the slope of its values`(
    curve: SizingCurve
  ) throws {
    let ends = (curve.range.lowerBound, curve.range.upperBound)
    for share in [0.02, 0.3, 0.6, 0.98] {
      let d = ends.0 + share * (ends.1 - ends.0)
      let step = 1e-4 * d
      let above = try curve.energy(ofDiameter: d + step)
      let below = try curve.energy(ofDiameter: d - step)
      #expect(above < below)
      let slope = (above - below) / (2 * step)
      #expect(abs(curve.slope(atDiameter: d) / slope - 1) < 1e-5, "\(curve.name) at \(d)")
    }
  }

  @Test func `refuses what lies outside, or goes on along its tangent`() throws {
    let curve = try SizingCurve.named("PbS-moreels-2009")
    #expect(throws: MaterialsError.self) { try curve.energy(ofDiameter: 1.9e-9) }
    let end = try curve.energy(ofDiameter: 2e-9)
    let extended = curve.extendedEnergy(ofDiameter: 1.9e-9)
    #expect(abs(extended - end + 1e-10 * curve.slope(atDiameter: 2e-9)) < 1e-9 * eV)
    #expect(throws: MaterialsError.self) { try SizingCurve.named("PbS-moreels") }
  }
}

@Suite struct `A spectrum` {
  private let eV = 1.602_176_634e-19

  private func kernel(beyond: OpticalModel.Beyond = .refuse) throws -> OpticalKernel {
    let model = OpticalModel(
      curve: try SizingCurve.named("CdSe-jasieniak-2009"), lineWidth: 0.1 * eV, beyond: beyond)
    return OpticalKernel(
      model, wavelengths: (350...700).map { Double($0) * 1e-9 },
      bins: SizeBins(radii: [0.5e-9, 1.9e-9, 2e-9]), floor: 0.7e-9)
  }

  @Test func `of one size has the measured peak of the same width`() throws {
    let kernel = try kernel()
    let diameter = 4e-9
    let energy = kernel.model.curve.extendedEnergy(ofDiameter: diameter)
    // ε_1S of Jasieniak's table in L/(mol cm), times a half width of 60 meV over this one's 50.
    let expected = (155_507 + 6.67054e13 * exp(-energy / eV / 0.10551)) * 0.06 / 0.05
    let found = kernel.model.absorptivity(ofDiameter: diameter, at: energy) / 0.1
    #expect(abs(found / expected - 1) < 1e-9)
    // Ten micromole per litre along a centimetre.
    let number = 1e-5 * 1e3 * 6.022_140_76e23
    let absorbance = kernel.absorbance(of: [0, 0, number], path: 0.01)
    let peak = Int((SizingCurve.energyTimesWavelength / energy * 1e9).rounded()) - 350
    #expect(abs(absorbance[peak] / (expected * 1e-5) - 1) < 0.01)
  }

  @Test func `tells what lies beyond the curve, and does not see clusters`() throws {
    let kernel = try kernel()
    #expect(kernel.shareBeyond(of: [1e30, 1, 1]) == 0)
    #expect(kernel.firstExciton(of: [1, 0, 0]) == nil)
    let both = try #require(kernel.firstExciton(of: [7, 1, 1]))
    let energies = [3.8e-9, 4e-9].map { kernel.model.curve.extendedEnergy(ofDiameter: $0) }
    #expect(abs(both.sd / (0.5 * (energies[0] - energies[1])) - 1) < 1e-6)
  }
}

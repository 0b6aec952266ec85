import RealModule
public import Synthesis

/// Spectra of what a run makes.
public struct OpticsPlan: Sendable {
  public var model: OpticalModel
  /// m.
  public var wavelengths: [Double]
  /// Path of the light, m.
  public var path: Double

  public init(model: OpticalModel, wavelengths: [Double], path: Double) {
    self.model = model
    self.wavelengths = wavelengths
    self.path = path
  }

  /// - Parameter floor: the radius (m) from which on a particle is a crystal.
  public func series(of trajectory: Trajectory, floor: Double) -> OpticalSeries {
    let kernel = OpticalKernel(
      model, wavelengths: wavelengths, bins: SizeBins(of: trajectory.sizes), floor: floor)
    let frames = trajectory.sizes.numbers.map { numbers in
      OpticalSeries.Frame(kernel, numbers, path: path)
    }
    return OpticalSeries(
      wavelengths: wavelengths, times: trajectory.frames.map(\.time), frames: frames)
  }
}

/// Spectra over time.
public struct OpticalSeries: Sendable {
  /// One time.
  public struct Frame: Sendable {
    /// Decadic; nil where the sizing curve refuses the crystals.
    public var absorbance: [Double]?
    /// Photons per energy over the largest; nil without crystals too.
    public var photoluminescence: [Double]?
    /// Mean energy of the first exciton over the number of crystals, J.
    public var firstExciton: Double?
    /// Full width of the first exciton from the spread of sizes alone, J.
    public var inhomogeneousWidth: Double?
    /// The same with the line of a single dot, J.
    public var width: Double?
    /// Where photoluminescence is strongest, J.
    public var emissionPeak: Double?
    /// The share of the solid in crystals beyond the sizing curve.
    public var shareBeyond: Double
  }

  /// m.
  public let wavelengths: [Double]
  /// s.
  public let times: [Double]
  public let frames: [Frame]

  /// Frames with more than a tolerated share beyond the sizing curve.
  public var beyond: Int { frames.count { $0.shareBeyond > OpticalModel.tolerated } }
}

extension OpticalSeries.Frame {
  init(_ kernel: OpticalKernel, _ numbers: [Double], path: Double) {
    shareBeyond = kernel.shareBeyond(of: numbers)
    let model = kernel.model
    guard model.beyond == .warn || shareBeyond <= OpticalModel.tolerated else { return }
    absorbance = kernel.absorbance(of: numbers, path: path)
    guard let exciton = kernel.firstExciton(of: numbers) else { return }
    let emitted = kernel.photoluminescence(of: numbers)
    firstExciton = exciton.mean
    let inhomogeneous = LineShape.widthOverDeviation * exciton.sd
    inhomogeneousWidth = inhomogeneous
    width = model.lineShape.width(single: model.lineWidth, inhomogeneous: inhomogeneous)
    photoluminescence = emitted
    emissionPeak = kernel.emissionPeak(emitted)
  }
}

extension OpticalKernel {
  /// The photon energy (J) at the top of a spectrum, through its three highest points; nil where the top
  /// lies at an end of the wavelengths.
  func emissionPeak(_ spectrum: [Double]) -> Double? {
    guard let top = spectrum.indices.max(by: { spectrum[$0] < spectrum[$1] }), top > 0,
      top + 1 < spectrum.count
    else { return nil }
    let energies = (top - 1...top + 1).map { photonEnergy(at: $0) }
    let slopes = [0, 1].map {
      (spectrum[top + $0] - spectrum[top + $0 - 1]) / (energies[$0 + 1] - energies[$0])
    }
    let curvature = (slopes[1] - slopes[0]) / (energies[2] - energies[0])
    guard curvature != 0 else { return energies[1] }
    return 0.5 * (energies[0] + energies[1]) - slopes[0] / (2 * curvature)
  }
}

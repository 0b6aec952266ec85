public import Synthesis

extension OpticsPlan {
  /// The first exciton at the end of a run, of which no wavelength has to be known: its energy and width as
  /// spectra have them, without spectra.
  ///
  /// - Parameter floor: the radius (m) from which on a particle is a crystal.
  public func exciton(of trajectory: Trajectory, floor: Double) -> OpticalSeries.Frame? {
    guard let numbers = trajectory.sizes.numbers.last else { return nil }
    let kernel = OpticalKernel(
      model, wavelengths: [], bins: SizeBins(of: trajectory.sizes), floor: floor)
    return OpticalSeries.Frame(kernel, numbers, path: path)
  }
}

/// Absorption spectra of one synthesis in the order of time.
public struct MeasuredSpectra: Sendable, Equatable {
  public var title: String
  public var spectra: [MeasuredSpectrum]
  public var history: [String]

  public init(title: String, spectra: [MeasuredSpectrum], history: [String] = []) {
    self.title = title
    self.spectra = spectra
    self.history = history
  }

  /// The wavelengths, where all spectra have the same.
  public var sharedWavelengths: [Double]? {
    guard let first = spectra.first?.wavelengths else { return nil }
    return spectra.allSatisfy { $0.wavelengths == first } ? first : nil
  }
}

/// An absorption spectrum with its time.
public struct MeasuredSpectrum: Sendable, Equatable {
  public var name: String
  /// s.
  public var time: Double
  /// Ascending, m.
  public var wavelengths: [Double]
  /// Decadic, without a unit.
  public var absorbance: [Double]
  public var masks: [PointMask]

  public init(
    name: String, time: Double, wavelengths: [Double], absorbance: [Double],
    masks: [PointMask]? = nil
  ) {
    self.name = name
    self.time = time
    self.wavelengths = wavelengths
    self.absorbance = absorbance
    self.masks = masks ?? [PointMask](repeating: .kept, count: wavelengths.count)
  }
}

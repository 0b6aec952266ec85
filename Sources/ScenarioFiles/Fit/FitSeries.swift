/// One series of measurements, and how it is compared.
public struct FitSeries: Sendable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// I(q) over time.
    case saxs
    /// Absorbance by wavelength over time.
    case absorption
    /// Diameters of single particles over time.
    case tem
    /// One quantity of the summary over time.
    case quantity
  }

  /// What multiplies the model.
  public enum Scale: Sendable, Hashable {
    /// One number for the whole series, fitted.
    case fitted
    /// One number for each frame, fitted: aliquots are diluted as it happens.
    case frames
    case fixed(Double)
  }

  /// What adds to the model.
  public enum Background: String, Sendable, Hashable, CaseIterable {
    case none
    /// One constant for the whole series, fitted.
    case series
    /// A constant for each frame, fitted.
    case frame
  }

  public let name: String
  public let kind: Kind
  /// Relative to the folder of the scenario; may have wildcards.
  public let files: [String]
  /// A table of frames: name, time and temperature.
  public let times: String?
  /// Where file names tell the time, a regular expression with one group.
  public let timePattern: String?
  /// What is added to the times of the data, s.
  public let timeShift: Double
  /// Units where the files do not tell.
  public let timeUnit: String?
  public let abscissaUnit: String?
  public let ordinateUnit: String?
  /// The column of the summary, or the species, that a quantity is compared with.
  public let quantity: String?
  /// The part of q (1/m) or wavelength (m) that counts.
  public let range: ClosedRange<Double>
  /// The part of time that counts, s.
  public let during: ClosedRange<Double>
  /// Every so many frames one counts.
  public let every: Int
  public let scale: Scale
  public let background: Background
  /// A Guinier term for clusters of the precursor, of this radius of gyration (m), its height fitted
  /// in each frame.
  public let precursorRadius: Double?
  /// Standard deviation that is never below this share of the value.
  public let relativeError: Double
  /// What is added to the standard deviation in squares, in the unit of the data.
  public let absoluteError: Double
  /// Bins of the diameters of single particles.
  public let bins: FitBins?
  /// Values of the scenario that differ for this series: path and value.
  public let overrides: [FitOverride]
}

/// A value that a series has of its own.
public struct FitOverride: Sendable, Hashable {
  public let path: String
  public let value: String
}

/// Bins of equal width, m.
public struct FitBins: Sendable, Hashable {
  public let first: Double
  public let last: Double
  public let width: Double

  /// One more than the bins.
  public var edges: [Double] {
    let count = Int(((last - first) / width).rounded())
    return (0...count).map { first + width * Double($0) }
  }

  /// Which bin a diameter lies in, below zero or beyond the last where in none.
  ///
  /// Each bin holds its lower edge. Measured diameters are round, and often lie on one: round-off must
  /// not choose their bin.
  public func place(of diameter: Double) -> Int {
    Int(((diameter - first) / width + 1e-6).rounded(.down))
  }
}

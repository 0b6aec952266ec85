public import ScenarioFiles

extension FitFile {
  /// A series of measurements beside its model.
  public struct Series: Sendable, Equatable {
    public var name: String
    public var kind: FitSeries.Kind
    /// The column of the summary, or the species; what was measured, for the others.
    public var quantity: String
    /// Of data, deviations and model.
    public var unit: String
    public var frames: [Frame]
    /// What multiplied the model, where that was fitted.
    public var scale: Double?
    /// As the fit counts it: of counted particles the deviance.
    public var chiSquare: Double
    public var points: Int

    public init(
      name: String, kind: FitSeries.Kind, quantity: String, unit: String, frames: [Frame],
      scale: Double?, chiSquare: Double, points: Int
    ) {
      self.name = name
      self.kind = kind
      self.quantity = quantity
      self.unit = unit
      self.frames = frames
      self.scale = scale
      self.chiSquare = chiSquare
      self.points = points
    }

    /// Whether all frames have their points at the same places.
    public var isEven: Bool { frames.allSatisfy { $0.places == frames.first?.places } }
  }

  /// What was measured at one time, and what the model gives.
  public struct Frame: Sendable, Equatable {
    /// s.
    public var time: Double
    /// q in 1/nm, wavelength or diameter in nm; one zero for a quantity, which has no such axis.
    public var places: [Double]
    public var data: [Double]
    public var deviation: [Double]
    /// With scale and backgrounds.
    public var model: [Double]

    public init(
      time: Double, places: [Double], data: [Double], deviation: [Double], model: [Double]
    ) {
      self.time = time
      self.places = places
      self.data = data
      self.deviation = deviation
      self.model = model
    }

    /// Data less model, in standard deviations.
    public var residuals: [Double] {
      data.indices.map { (data[$0] - model[$0]) / deviation[$0] }
    }

    public var chiSquare: Double { residuals.reduce(0) { $0 + $1 * $1 } }
  }

  /// What the fit predicts of the crystals, and how surely.
  public struct Bands: Sendable, Equatable {
    /// "posterior" or "covariance".
    public var source: String
    /// Draws that ran to their end.
    public var draws: Int
    public var runs: [Run]

    public init(source: String, draws: Int, runs: [Run]) {
      self.source = source
      self.draws = draws
      self.runs = runs
    }

    /// A run that answers for some series.
    public struct Run: Sendable, Equatable {
      public var series: [String]
      public var bands: [Band]

      public init(series: [String], bands: [Band]) {
        self.series = series
        self.bands = bands
      }
    }

    /// One quantity over time; nil where it does not exist.
    public struct Band: Sendable, Equatable {
      /// A column of the summary.
      public var quantity: String
      public var unit: String
      /// s.
      public var times: [Double]
      public var best: [Double?]
      /// The 2.5, 50 and 97.5 percent points of the draws.
      public var lower: [Double?]
      public var median: [Double?]
      public var upper: [Double?]

      public init(
        quantity: String, unit: String, times: [Double], best: [Double?], lower: [Double?],
        median: [Double?], upper: [Double?]
      ) {
        self.quantity = quantity
        self.unit = unit
        self.times = times
        self.best = best
        self.lower = lower
        self.median = median
        self.upper = upper
      }
    }
  }
}

extension FitSeries.Kind {
  /// What its points lie along; nil for a quantity.
  public var axis: (name: String, unit: String, longName: String)? {
    switch self {
    case .saxs: ("q", "1/nm", "scattering vector")
    case .absorption: ("wavelength", "nm", "wavelength")
    case .tem: ("diameter", "nm", "diameter at the middle of the bin")
    case .quantity: nil
    }
  }

  /// What is measured.
  var measured: String? {
    switch self {
    case .saxs: "scattered intensity"
    case .absorption: "absorbance"
    case .tem: "particles in the bin"
    case .quantity: nil
    }
  }
}

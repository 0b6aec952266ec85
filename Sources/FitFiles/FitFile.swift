public import Results

/// What a fit found, as a file that other programs read.
///
/// In the file, `posterior` and `sample_stats` are laid out as ArviZ reads them, `fit` holds the
/// parameters and how sure they are, `starts` what came of every start, `profiles`, `series` and `bands`
/// what their names say, and `process` how all of it came to be.
public struct FitFile: Sendable, Equatable {
  public var title: String
  public var outcome: Outcome
  public var parameters: [Parameter]
  public var certainty: Certainty
  public var verdicts: [Verdict]
  public var starts: [Start]
  public var profiles: [Profile]
  public var samples: Samples?
  public var series: [Series]
  public var bands: Bands
  public var process: RunProcess

  public init(
    title: String, outcome: Outcome, parameters: [Parameter], certainty: Certainty,
    verdicts: [Verdict], starts: [Start], profiles: [Profile], samples: Samples?,
    series: [Series], bands: Bands, process: RunProcess
  ) {
    self.title = title
    self.outcome = outcome
    self.parameters = parameters
    self.certainty = certainty
    self.verdicts = verdicts
    self.starts = starts
    self.profiles = profiles
    self.samples = samples
    self.series = series
    self.bands = bands
    self.process = process
  }
}

extension FitFile {
  /// A value that was looked for.
  public struct Parameter: Sendable, Equatable, Encodable {
    /// Its path in the scenario.
    public var name: String
    /// Its name in datasets and tables: letters, digits and underscores.
    public var identifier: String
    public var unit: String
    /// "lin" or "log".
    public var scale: String
    public var value: Double
    /// Nil at a bound, and where the data do not tell the parameter.
    public var standardError: Double?
    public var lower: Double
    public var upper: Double
    public var start: Double

    public init(
      name: String, identifier: String, unit: String, scale: String, value: Double,
      standardError: Double?, lower: Double, upper: Double, start: Double
    ) {
      self.name = name
      self.identifier = identifier
      self.unit = unit
      self.scale = scale
      self.value = value
      self.standardError = standardError
      self.lower = lower
      self.upper = upper
      self.start = start
    }
  }

  /// How the fit ended, in numbers and words.
  public struct Outcome: Sendable, Equatable, Encodable {
    public var hasConverged = false
    public var reason = ""
    public var method = ""
    public var loss = ""
    public var lossScale = 1.0
    public var seed = 0
    /// How derivatives were taken.
    public var derivatives = ""
    public var points = 0
    public var unknowns = 0
    public var chiSquare = 0.0
    /// What was minimised: chi-square after the loss, with the priors.
    public var objective = 0.0
    public var aic = 0.0
    public var bic = 0.0
    /// s.
    public var wallTime = 0.0

    public init() {}

    /// Nil where no data are left over.
    public var reducedChiSquare: Double? {
      points > unknowns ? chiSquare / Double(points - unknowns) : nil
    }
  }

  /// How surely the parameters are known together; nil where a parameter has no error.
  public struct Certainty: Sendable, Equatable {
    /// In the units of both parameters.
    public var covariance: [[Double?]]
    public var correlation: [[Double?]]
    /// Of the Jacobian with columns of unit length, largest first.
    public var singularValues: [Double]

    public init(covariance: [[Double?]], correlation: [[Double?]], singularValues: [Double]) {
      self.covariance = covariance
      self.correlation = correlation
      self.singularValues = singularValues
    }
  }

  /// Something that the data do not tell.
  public struct Verdict: Sendable, Equatable, Encodable {
    /// "at-bound", "flat" and the like.
    public var kind: String
    public var text: String

    public init(kind: String, text: String) {
      self.kind = kind
      self.text = text
    }
  }
}

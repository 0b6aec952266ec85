import Synthesis

/// One rung of the ladder: what is claimed, how it is checked, and how exactly it must hold.
public struct ValidationCase: Sendable {
  /// What is done to check it.
  enum Kind: String, CaseIterable {
    /// Runs a scenario and compares its outputs at given times.
    case run
    /// Reads a formula at given inputs.
    case law
    /// The same of what an instrument would show.
    case observe
    /// Runs a sweep, or one run over time, and looks at a trend.
    case sweep
    /// Looks for something that must never change.
    case invariant
    /// Holds the mean of realizations against the balance, for every law.
    case realizations
    /// Draws realizations of a scenario and looks at how they are distributed.
    case ensemble
    /// Fits what has an answer in closed form, or a certified one.
    case inference
    /// Finds sensitivity indices of a function over a Saltelli design.
    case sensitivity
    /// Fits a scenario to measurements.
    case fit
    /// Fits what its own instruments show of drawn values.
    case recovery
    /// Holds the derivatives of a fit against differences.
    case gradient
    /// Fits measured frames one by one.
    case frames
  }

  /// The folder under `Validation`, "exact/first-order".
  public let name: String
  /// The folder itself.
  let folder: String
  public let title: String
  let kind: Kind
  public let tier: Tier
  public let source: String
  let quantities: [String]
  let norm: Norm
  /// One for all quantities, or one for each of them.
  let tolerances: [Double]
  /// Why that tolerance.
  public let why: String
  /// What belongs to one kind alone.
  let options: CaseOptions

  /// How exactly a quantity must hold.
  func tolerance(of quantity: String) -> Double {
    let place = tolerances.count > 1 ? quantities.firstIndex(of: quantity) : nil
    return tolerances[place ?? 0]
  }

  var scenarioPath: String { folder + "/" + (options.scenario ?? "scenario.toml") }
  var referencePath: String { folder + "/reference.csv" }
}

/// Keys of a case that belong to one kind alone.
struct CaseOptions {
  /// A scenario elsewhere, from the case's folder.
  var scenario: String?
  /// The formula of a `law`.
  var law: String?
  /// Constants of a `law` that no column of the reference gives, or of all laws.
  var constants: [String: String] = [:]
  /// "time" for a trend along one run.
  var axis: String?
  /// "closed" or "driven" experiments of an `invariant`.
  var experiments: ExperimentKind?
  /// The folder of shipped scenarios, from the case's folder.
  var scenarios: String?
  /// Random experiments of an `invariant` or realizations of an `ensemble`, in all and in the quick tier,
  /// or laws of a role in the quick tier.
  var count = 0
  var quickCount = 0
  /// Where their random numbers start.
  var seed = 1
  /// How an `ensemble` is drawn, each by itself; as the scenario says where none is named.
  var methods: [MonteCarlo.Method] = []
  /// What an `inference` fits.
  var target: InferenceTarget?
  /// Of what a `sensitivity` finds indices.
  var function: SensitivityFunction?
  /// Measured files that the repository does not hold, from the case's folder.
  var data: [String] = []
  /// Measured `frames`, a file or a folder in the case's folder, or among those that may not be given away.
  var frames: String?
  var shared: String?
  /// A table of the times of frames, and one in the place of `reference.csv`, beside their data.
  var times: String?
  var reference: String?
  /// What columns of such a reference are called in cases, by what they are called there.
  var columns: [String: String] = [:]
}

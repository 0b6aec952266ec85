public import Units

/// A formula of the field, with what a reader needs to trust and use it.
public protocol Law: Sendable {
  /// A law with its default constants.
  init()
  /// The name that scenarios use.
  static var name: String { get }
  /// One sentence: what the law says.
  static var summary: String { get }
  /// The formula, in plain text.
  static var equation: String { get }
  /// What must hold for the formula to be true.
  static var assumptions: String { get }
  /// Where it comes from: author, journal, year, doi.
  static var source: String { get }
  static var parameters: [Parameter<Self>] { get }
  /// Forms of the law that a scenario chooses by name.
  static var choices: [Choice<Self>] { get }
  /// Constants that are lists of numbers.
  static var series: [Series<Self>] { get }
  /// What of the medium the law's value changes with.
  var reads: MediumVariables { get }
}

extension Law {
  public static var choices: [Choice<Self>] { [] }
  public static var series: [Series<Self>] { [] }
  public var reads: MediumVariables { .temperature }

  /// The form that holds of each choice, by the choice's name.
  public var chosen: [(choice: String, option: String)] {
    Self.choices.map { ($0.name, $0.read(self)) }
  }

  /// The law with its constants as they are in a medium, so that a loop over sizes computes each once.
  public func frozen<Value: Scalar>(in medium: Medium<Value>) -> Self {
    var law = self
    for parameter in Self.parameters {
      law[keyPath: parameter.keyPath] = Coefficient(
        frozenAt: medium(self[keyPath: parameter.keyPath]))
    }
    return law
  }
}

/// A constant of a law: its name in scenarios, where it lives, its dimension and meaning.
public struct Parameter<Owner>: Sendable {
  public let name: String
  public let keyPath: any WritableKeyPath<Owner, Coefficient> & Sendable
  public let dimension: Dimension
  public let meaning: String
  /// The value where a scenario gives none; nil where it must give one.
  public let fallback: Double?
  /// Whether zero and less make no sense.
  public let isPositive: Bool
  /// The forms of the law that have it; none where all have it.
  public let forms: [String]
  /// Whether a scenario that gives no value means its crystal floor.
  public let isCrystalFloor: Bool

  public init(
    _ name: String, _ keyPath: any WritableKeyPath<Owner, Coefficient> & Sendable,
    _ dimension: Dimension, _ meaning: String, default fallback: Double? = nil,
    isPositive: Bool = false, of forms: [String] = [], isCrystalFloor: Bool = false
  ) {
    self.name = name
    self.keyPath = keyPath
    self.dimension = dimension
    self.meaning = meaning
    self.fallback = fallback
    self.isPositive = isPositive
    self.forms = forms
    self.isCrystalFloor = isCrystalFloor
  }
}

/// A form of a law that is chosen by name.
public struct Choice<Owner>: Sendable {
  public let name: String
  public let meaning: String
  /// The names to choose from.
  public let options: [String]
  /// The form that a quantity in the place of a name stands for, where there is one.
  public let given: GivenForm?
  /// What holds where a scenario does not choose.
  public let fallback: String
  let read: @Sendable (Owner) -> String
  let write: @Sendable (inout Owner, String) -> Void

  public init<Form: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ keyPath: any WritableKeyPath<Owner, Form> & Sendable, _ meaning: String,
    default fallback: Form, given: GivenForm? = nil
  ) {
    self.name = name
    self.meaning = meaning
    self.given = given
    self.fallback = fallback.rawValue
    options = Form.allCases.map(\.rawValue)
    read = { $0[keyPath: keyPath].rawValue }
    write = { owner, name in
      if let form = Form(rawValue: name) { owner[keyPath: keyPath] = form }
    }
  }
}

/// A form of a law that a scenario chooses by giving a constant in the place of the form's name.
public struct GivenForm: Sendable, Hashable {
  /// The form's name.
  public let option: String
  /// The constant that is given.
  public let parameter: String

  public init(_ option: String, by parameter: String) {
    self.option = option
    self.parameter = parameter
  }
}

/// A constant of a law that is a list of numbers: a column, with as many numbers as the others.
public struct Series<Owner>: Sendable {
  public let name: String
  public let keyPath: any WritableKeyPath<Owner, [Double]> & Sendable
  public let dimension: Dimension
  public let meaning: String
  /// The least of sizes, which are whole numbers of units that rise; nil for a list of other things.
  public let leastSize: Int?
  /// The forms of the law that have it; none where all have it.
  public let forms: [String]

  public init(
    _ name: String, _ keyPath: any WritableKeyPath<Owner, [Double]> & Sendable,
    _ dimension: Dimension, _ meaning: String, of forms: [String] = []
  ) {
    self.name = name
    self.keyPath = keyPath
    self.dimension = dimension
    self.meaning = meaning
    self.forms = forms
    leastSize = nil
  }

  /// A list of sizes.
  public init(
    sizes name: String, _ keyPath: any WritableKeyPath<Owner, [Double]> & Sendable,
    from leastSize: Int, _ meaning: String, of forms: [String] = []
  ) {
    self.name = name
    self.keyPath = keyPath
    dimension = .dimensionless
    self.meaning = meaning
    self.forms = forms
    self.leastSize = leastSize
  }
}

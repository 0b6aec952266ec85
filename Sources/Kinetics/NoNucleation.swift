/// A flask in which nothing nucleates: crystals come as seeds or not at all.
///
///     J = 0
public struct NoNucleation: NucleationLaw {
  public init() {}

  public static let name = "none"
  public static let summary = "Nothing nucleates; crystals come as seeds."
  public static let equation = "J = 0"
  public static let assumptions =
    "The solute never gathers into clusters, whatever its supersaturation; what dissolves to one "
    + "unit is gone."
  public static let source =
    "T. Sugimoto, Adv. Colloid Interface Sci. 28, 65 (1987), doi:10.1016/0001-8686(87)80009-X: "
    + "growth apart from nucleation"
  public static let parameters: [Parameter<Self>] = []

  public var needsSolubility: Bool { false }
  public var bears: Bool { false }
  public var reads: MediumVariables { [] }

  public func birth<Value: TabulatedScalar>(on ladder: Ladder, in medium: Medium<Value>) -> Birth<
    Value
  > {
    Birth(rate: Value(0), units: Value(2))
  }
}

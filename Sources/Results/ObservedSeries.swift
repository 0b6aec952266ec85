/// What an instrument shows of a run over time.
public struct ObservedSeries: Sendable, Equatable {
  /// The instruments, by the names of their groups in a file.
  public enum Kind: String, Sendable, CaseIterable {
    case saxs
    case optics
    case tem

    /// The axis beside the time.
    public var axis: String {
      switch self {
      case .saxs: "q"
      case .optics: "wavelength"
      case .tem: "diameter"
      }
    }

    /// What readers take for the data: of these, the first that there is.
    var signals: [String] {
      switch self {
      case .saxs: ["I_measured", "I"]
      case .optics: ["absorbance"]
      case .tem: ["count"]
      }
    }
  }

  public var kind: Kind
  public var plane: TimePlane
  /// What there is one of at each time.
  public var table: TimeTable?

  public init(kind: Kind, plane: TimePlane, table: TimeTable? = nil) {
    self.kind = kind
    self.plane = plane
    self.table = table
  }

  /// What readers take for the data; with counting noise, where it was counted.
  var signal: String {
    kind.signals.first { plane[$0] != nil } ?? ""
  }
}

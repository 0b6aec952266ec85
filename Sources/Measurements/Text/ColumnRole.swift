/// What a column of numbers holds.
public enum ColumnRole: String, Sendable, CaseIterable {
  case q
  case intensity
  case deviation
  case resolution
  /// Something that a series does not hold.
  case ignored

  /// Names as programs write them, in lower case and with letters only.
  private static let names: [ColumnRole: Set<String>] = [
    .q: ["q", "x", "qvalue", "qvalues", "s", "scatteringvector", "momentumtransfer", "qmean"],
    .intensity: ["i", "y", "iq", "intensity", "int", "counts", "signal", "dsdo", "dsigmadomega"],
    .deviation: [
      "di", "e", "err", "error", "errors", "sigma", "sig", "idev", "sigmai", "ierr", "ierror",
      "uncertainty", "interror", "dintensity", "intensityerror", "erri", "sd", "dy", "sigi",
      "stdev", "std",
    ],
    .resolution: [
      "dq", "qdev", "sigmaq", "sigq", "dx", "qerr", "qerror", "errq", "resolution",
      "qresolution", "qwidth",
    ],
  ]

  /// The role of a column by its name.
  init?(name: String) {
    let plain = name.lowercased().filter(\.isLetter)
    guard let role = Self.names.first(where: { $0.value.contains(plain) })?.key else { return nil }
    self = role
  }

  /// The roles of columns without names, in the order that all programs use.
  static func byPosition(_ count: Int) -> [ColumnRole] {
    let order: [ColumnRole] = [.q, .intensity, .deviation, .resolution]
    return (0..<count).map { $0 < order.count ? order[$0] : .ignored }
  }
}

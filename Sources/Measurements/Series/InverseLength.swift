import Units

/// How a unit of q in a file becomes 1/m.
struct InverseLength: Equatable {
  /// The number of 1/m in one of the unit.
  let factor: Double

  /// What files and people call the lengths, in lower case.
  private static let lengths: [String: Double] = [
    "a": 1e10, "å": 1e10, "ang": 1e10, "angs": 1e10,
    "angstrom": 1e10, "angstroms": 1e10, "ångström": 1e10, "ångstrom": 1e10, "aa": 1e10,
    "nm": 1e9, "nanometer": 1e9, "nanometre": 1e9, "nanometers": 1e9,
    "um": 1e6, "µm": 1e6, "μm": 1e6, "cm": 1e2, "m": 1, "pm": 1e12,
  ]

  /// Reads "1/A", "A^{-1}", "nm-1", "Å⁻¹", "1/angstrom"; nil for what is no inverse length.
  ///
  /// A alone is the ångström here, never the ampere.
  init?(_ text: String) {
    let plain = text.lowercased().filter { !" {}()_\t*^\\".contains($0) }
    guard let length = Self.length(in: plain), let factor = Self.lengths[length] else {
      return nil
    }
    self.factor = factor
  }

  private static func length(in plain: String) -> String? {
    for prefix in ["1/", "/", "inverse", "inv", "per"] where plain.hasPrefix(prefix) {
      return String(plain.dropFirst(prefix.count))
    }
    for suffix in ["-1", "−1", "⁻¹", "inv"] where plain.hasSuffix(suffix) {
      return String(plain.dropLast(suffix.count))
    }
    return nil
  }

  static let advice = "--q-unit 1/nm or --q-unit 1/angstrom says which it is"

  /// The value in 1/m of a number with a unit, as in "0.3 1/nm".
  static func parse(_ text: String) -> Double? {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let number = Double(parts[0]), let unit = Self(String(parts[1])) else {
      return nil
    }
    return number * unit.factor
  }
}

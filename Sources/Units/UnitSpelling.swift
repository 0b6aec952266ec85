/// The spellings of chemists that UDUNITS lacks or reads otherwise.
enum UnitSpelling {
  /// What UDUNITS calls the unit.
  static func standard(_ name: String) -> String { aliases[name] ?? name }

  private static let aliases: [String: String] = {
    var aliases = [
      "Å": "angstrom", "Angstrom": "angstrom", "ångström": "angstrom",
      "°C": "degC", "℃": "degC", "Celsius": "degC", "celsius": "degC", "°F": "degF",
      "degK": "K", "Kelvin": "K", "‰": "1e-3",
      "sec": "s", "secs": "s", "mins": "min", "hr": "h", "hrs": "h", "days": "d",
      "molar": "(mol/L)", "litre": "L", "litres": "L", "cc": "cm^3",
      // The thermochemical calorie; that of steam tables is what UDUNITS takes.
      "cal": "4.184 J", "kcal": "4184 J",
      // CODATA 2018, exact.
      "eV": "1.602176634e-19 J", "meV": "1.602176634e-22 J", "keV": "1.602176634e-16 J",
    ]
    for (prefix, scale) in [("", "1"), ("m", "1e-3"), ("n", "1e-9"), ("p", "1e-12")]
      + micro.map({ ($0, "1e-6") })
    {
      aliases[prefix + "M"] = "\(scale) mol/L"
    }
    for unit in ["m", "s", "L", "l", "mol", "g", "J", "Pa", "W"] {
      for prefix in micro { aliases[prefix + unit] = "u" + unit }
    }
    for noun in ["particle", "crystal", "molecule", "atom", "dot", "site", "unit"] {
      aliases[noun] = "1"
      aliases[noun + "s"] = "1"
    }
    return aliases
  }()

  private static let micro = ["u", "\u{b5}", "\u{3bc}"]

  /// Units that people are likely to have meant.
  static let common = [
    "s", "ms", "us", "min", "h", "d", "K", "degC", "degF", "m", "cm", "mm", "um", "nm", "pm",
    "angstrom", "L", "mL", "uL", "mol", "mmol", "umol", "nmol", "M", "mM", "uM", "nM", "J", "kJ",
    "mJ", "eV", "meV", "cal", "kcal", "N", "mN", "erg", "g", "kg", "mg", "W", "Pa", "mPa", "bar",
    "Hz", "%", "particles",
  ]
}

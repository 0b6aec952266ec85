import Units

/// Why something cannot be observed as it was asked for.
public enum ObservationError: Error, Sendable, Hashable, CustomStringConvertible {
  case unknownElement(String, known: [String])
  /// eV.
  case energyOutOfRange(Double, ClosedRange<Double>)

  public var description: String {
    switch self {
    case .unknownElement(let symbol, let known):
      "the scattering factors of \(symbol) are not tabulated; known: \(known.joined(separator: ", "))"
    case .energyOutOfRange(let energy, let range):
      "photons of \(energy / 1000) keV lie outside the tables, which hold from "
        + "\(range.lowerBound / 1000) to \(range.upperBound / 1000) keV"
    }
  }
}

/// A length of the scattering vector as people write it.
public enum ScatteringVector {
  /// The value in 1/m of a number with its unit, as in "0.03 1/angstrom"; nil for anything else.
  public static func parse(_ text: String) -> Double? { InverseLength.parse(text) }
}

import FrameFits
import Units

/// What a fit says of a frame, by the name of a column, "radius_mean" or "radius_mean_error".
struct FramesQuantity {
  private let path: KeyPath<SpheresFit, Estimate?>
  private let dimension: Dimension
  private let isError: Bool

  private static var known: KeyValuePairs<String, (KeyPath<SpheresFit, Estimate?>, Dimension)> {
    [
      "radius_mean": (\.radius, .length),
      "dispersion": (\.dispersion, .dimensionless),
      "volume_fraction": (\.volume, .dimensionless),
      "number": (\.number, Dimension("number", unit: "1/m^3", example: "1e22 1/m^3")),
      "background": (\.background, Dimension("intensity", unit: "1/m", example: "0.1 1/cm")),
      "cluster": (\.cluster, Dimension("intensity", unit: "1/m", example: "0.1 1/cm")),
    ]
  }

  init(_ name: String, of owner: ValidationCase) throws(CaseError) {
    isError = name.hasSuffix("_error")
    let plain = isError ? String(name.dropLast("_error".count)) : name
    guard let entry = Self.known.first(where: { $0.key == plain })?.value else {
      let names = Self.known.map(\.key).joined(separator: ", ")
      throw .bad(
        "\(owner.name): a fit of frames gives no \"\(name)\"; it gives \(names), each with _error")
    }
    (path, dimension) = entry
  }

  /// Nil where the frame has none.
  func value(_ frame: FrameFit, in unit: String) throws(CaseError) -> Double? {
    guard let estimate = frame.spheres?[keyPath: path] else { return nil }
    guard let value = isError ? estimate.error : estimate.value else { return nil }
    do throws(UnitsError) {
      return try dimension.convert(value, to: unit)
    } catch {
      throw .bad("a fit of frames: \(error)")
    }
  }
}

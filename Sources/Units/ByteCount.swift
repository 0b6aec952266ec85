/// An amount of memory as people write it: "2 GB", "512 MiB".
public enum ByteCount {
  private static let units: [(name: String, bytes: Double)] = [
    ("B", 1), ("kB", 1e3), ("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12),
    ("KiB", 1024), ("MiB", 1_048_576), ("GiB", 1_073_741_824), ("TiB", 1_099_511_627_776),
  ]

  public static let example = "2 GB"

  /// Bytes, a broken one counted whole.
  ///
  /// - Throws: where the text is no number with such a unit, or none that a machine could have.
  public static func parse(_ text: String) throws(UnitsError) -> Int {
    let written = try WrittenQuantity(text)
    guard let unit = units.first(where: { $0.name == written.unit }) else {
      let known = units.map(\.name)
      throw .notANumber(
        text: text,
        advice: written.unit.isEmpty
          ? "write it with its unit, for example \"\(example)\""
          : NearestName.advice(on: written.unit, among: known))
    }
    let bytes = (written.number * unit.bytes).rounded(.up)
    guard bytes >= 1, bytes < 1e18 else {
      throw .notANumber(text: text, advice: "memory is above zero, for example \"\(example)\"")
    }
    return Int(bytes)
  }
}

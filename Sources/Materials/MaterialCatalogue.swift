/// The built-in materials.
///
/// The bare formula names the usual polymorph; another one carries its structure,
/// as in `CdSe-wurtzite`.
public enum MaterialCatalogue {
  public static let materials: [Material] = chalcogenides + pnictides + halides + metals

  public static var names: [String] { materials.map(\.name) }

  /// The material of that name, which is looked up as it is written.
  public static func material(named name: String) throws(MaterialsError) -> Material {
    guard let material = materials.first(where: { $0.name == name }) else {
      throw .unknownMaterial(name, nearest: nearestName(to: name), known: names)
    }
    return material
  }

  /// The known name that is fewest letters away, case apart; none where most letters differ.
  static func nearestName(to name: String) -> String? {
    let wanted = Array(name.lowercased())
    let ranked = names.map { (name: $0, edits: edits(wanted, Array($0.lowercased()))) }
    guard let nearest = ranked.min(by: { $0.edits < $1.edits }),
      nearest.edits <= max(1, wanted.count / 2)
    else { return nil }
    return nearest.name
  }

  /// Levenshtein's distance: letters to insert, delete or replace.
  private static func edits(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}

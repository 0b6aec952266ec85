import Units

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
      throw .unknownMaterial(
        name, nearest: NearestName.of(name, among: names), known: names)
    }
    return material
  }
}

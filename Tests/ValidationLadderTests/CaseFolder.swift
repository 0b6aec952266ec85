import Foundation

/// A case in a folder that goes when the test ends.
struct CaseFolder: ~Copyable {
  let root = NSTemporaryDirectory() + "ladder-" + UUID().uuidString
  private var folder: String { root + "/exact/one" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  /// Changes the case's tolerance.
  func tolerate(_ tolerance: String) throws {
    let path = folder + "/case.toml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try write(text.replacing("tolerance = 1e-9", with: "tolerance = \(tolerance)"), to: "case.toml")
  }

  /// Tolman's sphere, with the energy that the reference claims.
  static func tolman(energy: String, kind: String = "law") throws -> CaseFolder {
    let folder = try CaseFolder()
    try folder.write(
      """
      title = "Tolman"
      kind = "\(kind)"
      tier = "quick"
      source = "a test"
      law = "surface"
      constants = { surface_energy = "1 J/m^2", tolman_length = "0.1 nm" }
      quantity = "energy"
      norm = "relative"
      tolerance = 1e-9
      why = "a test"
      """, to: "case.toml")
    try folder.write("radius [nm],energy [J]\n1,\(energy)\n", to: "reference.csv")
    return folder
  }
}

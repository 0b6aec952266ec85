import Materials
import Observation

extension ExperimentDecoder {
  mutating func optics() -> OpticsPlan? {
    guard let table = root.table("optics"), !table.isFaulty, let curve = sizingCurve(table),
      let range = table.table("wavelengths"), let from = range.quantity("from"),
      let to = range.quantity("to"), let count = range.integer("count")
    else { return nil }
    guard to > from else {
      reader.error(
        "the wavelengths end at or below their start", hint: "swap from and to",
        at: range.place("to"))
      return nil
    }
    let model = OpticalModel(
      curve: curve,
      lineShape: LineShape(rawValue: table.text("line_shape") ?? "") ?? .gaussian,
      lineWidth: table.quantity("line_width") ?? 0,
      peakAbsorptivity: table.quantity("peak_absorptivity"),
      continuumExponent: table.number("continuum_exponent") ?? 2,
      stokesShift: table.quantity("stokes_shift") ?? 0,
      beyond: OpticalModel.Beyond(rawValue: table.text("beyond") ?? "") ?? .refuse)
    caution(about: model, table)
    return OpticsPlan(
      model: model,
      wavelengths: (0..<count).map { from + (to - from) * Double($0) / Double(count - 1) },
      path: table.quantity("path_length") ?? 0.01)
  }

  private mutating func sizingCurve(_ table: TableReading) -> SizingCurve? {
    let formula = root.table("material")?.text("formula") ?? ""
    if let name = table.text("curve") {
      guard let curve = try? SizingCurve.named(name) else { return nil }
      if !formula.isEmpty, curve.formula != formula {
        reader.warning(
          "the sizing curve \(name) is of \(curve.formula), and the solid is \(formula)",
          at: table.place("curve"))
      }
      return curve
    }
    guard let usual = SizingCurve.usual(of: formula) else {
      let names = SizingCurve.all.map(\.name).joined(separator: ", ")
      reader.error(
        formula.isEmpty
          ? "a sizing curve goes with the solid, whose formula is not known"
          : "no sizing curve of \(formula) is known",
        hint: "give material.formula, or curve; known: \(names)", at: table.place)
      return nil
    }
    return usual
  }

  private mutating func caution(about model: OpticalModel, _ table: TableReading) {
    if model.curve.confidence == .low {
      reader.warning(
        "the sizing curve \(model.curve.name) has low confidence", hint: model.curve.source,
        at: table.place("curve"))
    }
    guard !model.knowsPeak else { return }
    reader.warning(
      "the absorptivity of the first peak of \(model.curve.formula) is not known here: the spectra are "
        + (model.curve.absorptivity?.anchor == nil ? "zero" : "without that peak"),
      hint: "give peak_absorptivity, for example \"2e5 L/(mol cm)\"", at: table.place)
  }

  func microscopy() -> Micrograph? {
    guard let table = root.table("tem"), let count = table.integer("count"),
      let width = table.quantity("bin_width")
    else { return nil }
    return Micrograph(count: count, error: table.quantity("error") ?? 0, binWidth: width)
  }
}

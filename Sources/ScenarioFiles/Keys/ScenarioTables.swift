import Laws
import Synthesis
import Units

/// Every table of a scenario.
enum ScenarioTables {
  static let root = TableSpec(
    "", "A scenario: one synthesis, and what is to be known of it.",
    [
      KeySpec(
        "schema", .integer(.within(1...1)), .required, "Version of this format", example: "1"),
      KeySpec(
        "title", .text, .fallback("\"\""), "What this is", example: "\"CdSe, hot injection\""),
      KeySpec(
        "include", .list(.text), .optional, "Files whose tables hold where this one is silent",
        example: "[\"base.toml\"]"),
      KeySpec("run", .table(run), .required, run.doc),
      KeySpec("material", .table(material), .required, material.doc),
      KeySpec("flask", .table(flask), .required, flask.doc),
      KeySpec("species", .tables(species), .optional, species.doc),
      KeySpec("reaction", .tables(reaction), .optional, reaction.doc),
      KeySpec("ligand", .tables(ligand), .optional, ligand.doc),
      KeySpec("dopant", .tables(dopant), .optional, dopant.doc),
      KeySpec("seed", .tables(seed), .optional, seed.doc),
      KeySpec("injection", .tables(injection), .optional, injection.doc),
      KeySpec("feed", .tables(feed), .optional, feed.doc),
      KeySpec("event", .tables(event), .optional, event.doc),
      KeySpec("reactor", .table(reactor), .fallback("{}"), reactor.doc),
      KeySpec("nucleation", .table(nucleation), .fallback("{}"), nucleation.doc),
      KeySpec("attachment", .table(attachment), .required, attachment.doc),
      KeySpec("energy", .tables(energy), .optional, energy.doc),
      KeySpec("coalescence", .table(coalescence), .optional, coalescence.doc),
      KeySpec("grid", .table(grid), .fallback("{}"), grid.doc),
      KeySpec("monte_carlo", .table(monteCarlo), .optional, monteCarlo.doc),
      KeySpec("outputs", .table(outputs), .fallback("{}"), outputs.doc),
      KeySpec("saxs", .table(saxs), .optional, saxs.doc),
      KeySpec("optics", .table(optics), .optional, optics.doc),
      KeySpec("tem", .table(tem), .optional, tem.doc),
      KeySpec("sweep", .table(sweep), .optional, sweep.doc),
      KeySpec("fit", .table(fit), .optional, fit.doc),
      KeySpec("provenance", .free, .optional, "Reagents, batches, work-up: carried as it is"),
    ] + later)

  private static let later = [
    ("shell", "shells")
  ].map { KeySpec($0.0, .later($0.1), .optional, "Of a later version") }
}

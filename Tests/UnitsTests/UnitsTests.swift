import Testing

@testable import Units

/// A quantity with its value in SI as the Python package pint 0.25.3 gives it.
struct Spelling: Sendable {
  let text: String
  let dimension: Dimension
  let value: Double

  init(_ text: String, _ dimension: Dimension, _ value: Double) {
    self.text = text
    self.dimension = dimension
    self.value = value
  }
}

private let pint: [Spelling] = [
  .init("20 mmol/L", .concentration, 20),
  .init("0.2 mol/L", .concentration, 200),
  .init("1 umol/L", .concentration, 1e-3),
  .init("30 min", .time, 1800),
  .init("2 h", .time, 7200),
  .init("2 hour", .time, 7200),
  .init("10 K/min", .temperatureRate, 0.166_666_666_666_666_66),
  .init("240 degC", .temperature, 513.15),
  .init("77 degF", .temperature, 298.15),
  .init("0.1 J/m^2", .surfaceEnergy, 0.1),
  .init("30 erg/cm^2", .surfaceEnergy, 0.03),
  .init("25 mN/m", .surfaceEnergy, 0.025),
  .init("90 kJ/mol", .energyPerAmount, 90_000),
  .init("15 kcal/mol", .energyPerAmount, 62_760),
  .init("1 eV", .energy, 1.602_176_634e-19),
  .init("0.056 nm^3", .volumePerUnit, 5.6e-29),
  .init("10 mL", .volume, 1e-5),
  .init("3 angstrom", .length, 3e-10),
  .init("1 L/(mol s)", .rateConstant(order: 2), 1e-3),
  .init("2 L^2/(mol^2 min)", .rateConstant(order: 3), 3.333_333_333_333_335e-8),
  .init("2 L^0.5/(mol^0.5 s)", .rateConstant(order: 1.5), 0.063_245_553_203_367_6),
  .init("1.8 J/(cm^3 K)", .volumetricHeatCapacity, 1.8e6),
  .init("5.8 g/cm^3", .massDensity, 5800),
  .init("1e16 1/mL", .numberDensity, 1e22),
  .init("33 cm^3/mol", .molarVolume, 3.3e-5),
  .init("1 mL/min", .flow, 1.666_666_666_666_667e-8),
  .init("20 pJ/m", .edgeEnergy, 2e-11),
  .init("1 mPa s", .viscosity, 1e-3),
  .init("0.01 1/angstrom", .wavenumber, 1e8),
  .init("1 mmol/(L min)", .concentrationRate, 0.016_666_666_666_666_663),
  .init("1e-5 cm^2/s", .diffusivity, 1e-9),
]

/// Spellings that pint lacks, each with a longhand one.
private let chemists: [(String, Dimension, String)] = [
  ("20 mM", .concentration, "20 mmol/L"),
  ("20mM", .concentration, "20 mmol/L"),
  ("0.1 M", .concentration, "0.1 mol/L"),
  ("5 uM", .concentration, "5 umol/L"),
  ("5 \u{b5}M", .concentration, "5 umol/L"),
  ("5 \u{3bc}M", .concentration, "5 umol/L"),
  ("7 nM", .concentration, "7 nmol/L"),
  ("20 mmol L-1", .concentration, "20 mmol/L"),
  ("20 mmol·L⁻¹", .concentration, "20 mmol/L"),
  ("3 1/(M s)", .rateConstant(order: 2), "3 L/(mol s)"),
  ("3 M-1 s-1", .rateConstant(order: 2), "3 L/(mol s)"),
  ("3 M^-1 s^-1", .rateConstant(order: 2), "3 L/(mol s)"),
  ("3 /M/s", .rateConstant(order: 2), "3 L/(mol s)"),
  ("3 1/(M^0.5 s)", .rateConstant(order: 1.5), "3 L^0.5/(mol^0.5 s)"),
  ("3 (L/mol)^(1/2)/s", .rateConstant(order: 1.5), "3 L^0.5/(mol^0.5 s)"),
  ("3 (L/mol)^0.37/s", .rateConstant(order: 1.37), "3 M^-0.37/s"),
  ("240 °C", .temperature, "240 degC"),
  ("240°C", .temperature, "240 degC"),
  ("10 degC/min", .temperatureRate, "10 K/min"),
  ("10 °C/min", .temperatureRate, "10 K/min"),
  ("10 °C min⁻¹", .temperatureRate, "10 K/min"),
  ("5 degC", .temperatureDifference, "5 K"),
  ("9 degF", .temperatureDifference, "5 K"),
  ("3 Å", .length, "3 angstrom"),
  ("0.01 Å⁻¹", .wavenumber, "0.01 1/angstrom"),
  ("3 µm", .length, "3000 nm"),
  ("10 nm²", .area, "10 nm^2"),
  ("50 %", .dimensionless, "0.5"),
  ("5 ‰", .dimensionless, "0.005"),
  ("1e15 particles/mL", .numberDensity, "1e21 1/m^3"),
  ("-5 degC", .temperature, "268.15 K"),
  ("\u{2212}5 degC", .temperature, "268.15 K"),
  (".5 h", .time, "30 min"),
  ("1.E2 s", .time, "100 s"),
  ("1 d", .time, "24 h"),
]

@Suite("Quantities as people write them")
struct UnitsTests {
  @Test("The value in SI is that of pint", arguments: pint)
  func agreesWithPint(_ spelling: Spelling) throws {
    let value = try spelling.dimension.parse(spelling.text)
    #expect(abs(value - spelling.value) <= 1e-14 * abs(spelling.value), "\(spelling.text)")
  }

  @Test("Chemists' spellings mean what the longhand means", arguments: chemists)
  func chemistsSpellings(_ text: String, _ dimension: Dimension, _ longhand: String) throws {
    let value = try dimension.parse(text)
    let expected = try dimension.parse(longhand)
    #expect(abs(value - expected) <= 1e-14 * abs(expected))
  }

  @Test(
    "What is wrong is told with what would be right",
    arguments: [
      (
        "20", Dimension.concentration, "\"20\" has no unit; a concentration is needed",
        "for example \"20 mmol/L\""
      ),
      (
        "20 s", .concentration, "\"20 s\" is a time; a concentration is needed",
        "for example \"20 mmol/L\""
      ),
      ("5 M", .length, "\"5 M\" is a concentration; a length is needed", "did you mean \"5 m\"?"),
      (
        "25 C", .temperature, "\"25 C\" is in units of C; a temperature is needed",
        "did you mean \"25 degC\"?"
      ),
      (
        "1 1/s", .time, "\"1 1/s\" is a rate constant of first order; a time is needed",
        "for example \"30 min\""
      ),
      (
        "1e22 1/m^3", .concentration,
        "\"1e22 1/m^3\" is a number density; a concentration is needed", "for example \"20 mmol/L\""
      ),
      (
        "20 mmoll/L", .concentration, "no unit is called \"mmoll\", in \"mmoll/L\"",
        "did you mean \"mmol\"?"
      ),
      ("3 minn", .time, "no unit is called \"minn\"", "did you mean \"min\"?"),
      (
        "1,5 mmol/L", .concentration, "\"1,5 mmol/L\" is not a number followed by a unit",
        "write \"1.5\" with a point"
      ),
      (
        "2x10^-4 m/s", .velocity, "\"2x10^-4 m/s\" is not a number followed by a unit",
        "write powers of ten as in \"2e-4\""
      ),
      (
        "fast", .velocity, "\"fast\" is not a number followed by a unit",
        "write a number and a unit, such as \"2e-4 m/s\""
      ),
      (
        "1e999 s", .time, "\"1e999 s\" is not a number followed by a unit",
        "write a number and a unit, such as \"2e-4 m/s\""
      ),
      (
        "2 1/s", .rateConstant(order: 2),
        "\"2 1/s\" is a rate constant of first order; a rate constant of order 2 is needed",
        "for example \"1e-3 L/(mol s)\""
      ),
      ("1 m/", .length, "no unit is called \"/\", in \"m/\"", ""),
      ("1 s since 2000", .time, "no unit is called \"2000\", in \"s since 2000\"", ""),
    ])
  func refusals(_ text: String, _ dimension: Dimension, _ message: String, _ hint: String) {
    let error = #expect(throws: UnitsError.self) { try dimension.parse(text) }
    #expect(error?.description == message)
    #expect(error?.hint ?? "" == hint)
  }

  @Test("Every dimension's example is of that dimension")
  func examples() throws {
    for dimension in Dimension.named where dimension != .dimensionless {
      _ = try dimension.parse(dimension.example)
      #expect(try dimension.parse("3 \(dimension.unit)") == 3)
    }
    for order in [0, 0.5, 1.5, 1.37, 2.25, 3, 4.5] {
      let dimension = Dimension.rateConstant(order: order)
      _ = try dimension.parse(dimension.example)
    }
  }

  @Test("A value is shown in the unit that people use")
  func format() {
    #expect(Dimension.concentration.format(20) == "20 mmol/L")
    #expect(Dimension.temperature.format(513.15) == "240 degC")
    #expect(Dimension.time.format(1800) == "30 min")
    #expect(Dimension.time.format(1800, in: "s") == "1800 s")
    #expect(Dimension.dimensionless.format(0.25) == "0.25")
    #expect(Dimension.surfaceEnergy.format(0.1) == "0.1 J/m^2")
  }

  @Test("Many tasks may parse at once")
  func concurrency() async {
    await withTaskGroup(of: Double.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<200).reduce(0.0) { sum, index in
            sum + ((try? Dimension.time.parse("\(index % 7).\(task) min")) ?? .nan)
          }
        }
      }
      for await sum in group { #expect(sum.isFinite) }
    }
  }

  @Test("The nearest known name")
  func nearest() {
    let laws = ["diffusion-limited", "mixed", "surface-limited"]
    #expect(NearestName.of("difusion-limitd", among: laws) == "diffusion-limited")
    #expect(NearestName.of("Mixed", among: laws) == "mixed")
    #expect(NearestName.of("brownian", among: laws) == nil)
    #expect(NearestName.advice(on: "mxed", among: ["mixed"]).hasPrefix("did you mean \"mixed\"? "))
    #expect(NearestName.advice(on: "brownian", among: ["mixed"]) == "known: mixed")
  }
}

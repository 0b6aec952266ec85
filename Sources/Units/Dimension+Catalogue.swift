extension Dimension {
  // MARK: - Plain
  public static let dimensionless = Self("pure number", unit: "1", example: "0.5")
  public static let time = Self("time", unit: "s", example: "30 min")
  public static let length = Self("length", unit: "m", example: "3 nm")
  public static let area = Self("area", unit: "m^2", example: "10 nm^2")
  public static let volume = Self("volume", unit: "m^3", example: "10 mL")
  public static let mass = Self("mass", unit: "kg", example: "50 mg")
  public static let massDensity = Self("mass density", unit: "kg/m^3", example: "5.8 g/cm^3")
  public static let molarMass = Self("molar mass", unit: "kg/mol", example: "191 g/mol")
  public static let velocity = Self("velocity", unit: "m/s", example: "2e-4 m/s")
  public static let flow = Self("flow of volume", unit: "m^3/s", example: "1 mL/min")
  public static let wavenumber = Self(
    "inverse length", unit: "1/m", example: "0.1 1/angstrom")

  public static let scatteringLengthDensity = Self(
    "scattering length density", unit: "1/m^2", example: "40e-6 1/angstrom^2")
  public static let absorptivity = Self(
    "molar absorptivity", unit: "m^2/mol", example: "2e5 L/(mol cm)")

  // MARK: - Temperature and heat
  public static let temperature = Self(
    "temperature", unit: "K", example: "240 degC", power: 1, isTemperaturePoint: true)
  public static let temperatureDifference = Self(
    "temperature difference", unit: "K", example: "5 K")
  public static let temperatureRate = Self(
    "rate of temperature", unit: "K/s", example: "10 K/min")
  public static let energy = Self("energy", unit: "J", example: "0.5 eV")
  public static let energyPerAmount = Self(
    "energy per amount", unit: "J/mol", example: "90 kJ/mol")
  public static let entropyPerAmount = Self(
    "entropy per amount", unit: "J/(mol K)", example: "50 J/(mol K)")
  public static let volumetricHeatCapacity = Self(
    "heat capacity per volume", unit: "J/(m^3 K)", example: "1.8 J/(cm^3 K)")
  public static let heatTransfer = Self(
    "heat transfer coefficient", unit: "W/K", example: "0.5 W/K")
  public static let power = Self("power", unit: "W", example: "50 W")

  // MARK: - Matter
  public static let amount = Self("amount", unit: "mol", example: "0.2 mmol")
  public static let concentration = Self(
    "concentration", unit: "mol/m^3", example: "20 mmol/L")
  public static let numberDensity = Self(
    "number density", unit: "1/m^3", example: "1e22 1/m^3")
  public static let molarVolume = Self(
    "molar volume", unit: "m^3/mol", example: "33 cm^3/mol")
  public static let volumePerUnit = Self(
    "volume per unit", unit: "m^3", example: "0.056 nm^3")
  public static let areaDensity = Self(
    "number per area", unit: "1/m^2", example: "4 1/nm^2")
  public static let amountRate = Self("flow of matter", unit: "mol/s", example: "1 umol/s")
  public static let concentrationRate = Self(
    "rate of concentration", unit: "mol/(m^3 s)", example: "1 mmol/(L min)")
  public static let nucleationRate = Self(
    "rate of number density", unit: "1/(m^3 s)", example: "1e20 1/(m^3 s)")

  // MARK: - Surfaces and motion
  public static let surfaceEnergy = Self(
    "surface energy", unit: "J/m^2", example: "0.10 J/m^2")
  public static let edgeEnergy = Self("edge energy", unit: "J/m", example: "20 pJ/m")
  public static let diffusivity = Self("diffusivity", unit: "m^2/s", example: "1e-9 m^2/s")
  public static let viscosity = Self("viscosity", unit: "Pa s", example: "1 mPa s")

  // MARK: - Rates
  public static let firstOrderRate = Self(
    "rate constant of first order", unit: "1/s", example: "0.05 1/s")
  public static let secondOrderRate = Self(
    "rate constant of second order", unit: "m^3/(mol s)", example: "2.5e5 L/(mol h)")
  public static let attachmentVolume = Self(
    "attachment volume per time", unit: "m^3/s", example: "1e-20 m^3/s")
  public static let pairRateConstant = Self(
    "rate constant of pairs", unit: "m^3/s", example: "1e-17 m^3/s")

  /// All that has a name of its own, so that a wrong one can be told by name.
  static let named: [Self] = [
    time, length, temperatureDifference, concentration, volume, amount, temperatureRate, velocity,
    flow, energyPerAmount, surfaceEnergy, numberDensity, firstOrderRate, rateConstant(order: 2),
    diffusivity, energy, mass, area, massDensity, molarMass, molarVolume, volumetricHeatCapacity,
    heatTransfer, power, entropyPerAmount, areaDensity, wavenumber, edgeEnergy, viscosity,
    amountRate, concentrationRate, nucleationRate, dimensionless,
  ]
}

import HDF5Files

/// Absorption spectra as an HDF5 file: an NXdata group of absorbance over time and wavelength.
public enum SpectraFile {
  private static let metresPerNanometre = 1e-9

  /// Writes spectra that share their wavelengths.
  public static func write(
    _ series: MeasuredSpectra, to path: String, version: String = ""
  ) throws(MeasurementsError) {
    guard let wavelengths = series.sharedWavelengths else {
      throw MeasurementsError(
        DataFault(file: path, message: "spectra over different wavelengths make no table"))
    }
    do throws(HDF5Error) {
      let draft = try HDF5Draft(creating: path)
      let root = try draft.root()
      try root.set("NX_class", to: "NXroot")
      try root.set("default", to: "spectra")
      try root.set("creator", to: "qdsynth")
      if !version.isEmpty { try root.set("creator_version", to: .string(version)) }
      let entry = try root.makeGroup("spectra")
      try entry.set("NX_class", to: "NXentry")
      try entry.set("default", to: "absorption")
      try entry.write(series.title, as: "title")
      try entry.write(series.history.joined(separator: "\n"), as: "notes")
      try write(series.spectra, wavelengths, into: entry.makeGroup("absorption"))
      try draft.publish()
    } catch {
      throw MeasurementsError(error, in: path)
    }
  }

  private static func write(
    _ spectra: [MeasuredSpectrum], _ wavelengths: [Double], into data: consuming HDF5Group
  ) throws(HDF5Error) {
    try data.set("NX_class", to: "NXdata")
    try data.set("signal", to: "absorbance")
    try data.set("axes", to: .strings(["time", "wavelength"]))
    try data.set("time_indices", to: .integers([0]))
    try data.set("wavelength_indices", to: .integers([1]))
    let time = try data.write(spectra.map(\.time), as: "time")
    try time.set("units", to: "s")
    try time.becomeScale(named: "time")
    let wavelength = try data.write(
      wavelengths.map { $0 / metresPerNanometre }, as: "wavelength")
    try wavelength.set("units", to: "nm")
    try wavelength.becomeScale(named: "wavelength")
    let shape = [spectra.count, wavelengths.count]
    let absorbance = try data.write(
      spectra.flatMap(\.absorbance), shape: shape, as: "absorbance")
    try absorbance.set("units", to: "1")
    let mask = try data.write(
      spectra.flatMap { $0.masks.map(\.rawValue) }, shape: shape, as: "mask")
    try PointMask.explain(mask)
    try absorbance.attach(time, toDimension: 0)
    try absorbance.attach(wavelength, toDimension: 1)
    try mask.attach(time, toDimension: 0)
    try mask.attach(wavelength, toDimension: 1)
  }

  /// Reads spectra that `write` has written; nil for a file of anything else.
  public static func read(_ path: String) throws(MeasurementsError) -> MeasuredSpectra? {
    do throws(HDF5Error) {
      let tree = try FileGroup(file: path)
      guard let entry = tree.group("spectra"), let found = entry.group("absorption"),
        found.text("signal") == "absorbance"
      else { return nil }
      let data = try found.filled(from: HDF5File(reading: path))
      guard let times = data.dataset("time")?.numbers,
        let wavelengths = data.dataset("wavelength")?.numbers,
        let absorbance = data.dataset("absorbance")?.numbers,
        absorbance.count == times.count * wavelengths.count
      else { return nil }
      let masks = data.dataset("mask")?.pointMasks ?? []
      let width = wavelengths.count
      let spectra = times.indices.map { row in
        MeasuredSpectrum(
          name: "\(times[row]) s", time: times[row],
          wavelengths: wavelengths.map { $0 * metresPerNanometre },
          absorbance: Array(absorbance[(row * width)..<((row + 1) * width)]),
          masks: masks.count == absorbance.count
            ? Array(masks[(row * width)..<((row + 1) * width)]) : nil)
      }
      return MeasuredSpectra(
        title: entry.dataset("title")?.strings?.first ?? "", spectra: spectra,
        history: (entry.dataset("notes")?.strings?.first ?? "").split(separator: "\n").map(
          String.init))
    } catch {
      throw MeasurementsError(error, in: path)
    }
  }
}

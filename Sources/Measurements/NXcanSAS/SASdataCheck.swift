import HDF5Files

/// Judges one SASdata group: its attributes, its shapes, its units.
struct SASdataCheck {
  let data: FileGroup
  private(set) var findings: [CheckFinding] = []

  static let unitsOfQ = ["1/m", "1/nm", "1/angstrom"]
  static let unitsOfI = ["1/m", "1/cm", "m2/g", "cm2/g", "arbitrary"]

  init(_ data: FileGroup) { self.data = data }

  mutating func run() {
    expect("NX_class", "NXdata")
    expect("canSAS_class", "SASdata")
    expect("signal", "I")
    let q = require("Q", units: Self.unitsOfQ)
    let intensity = require("I", units: Self.unitsOfI)
    checkQIndices(q, intensity)
    guard let intensity else { return }
    checkAxes(of: intensity)
    checkCompanions(of: intensity, attribute: "uncertainties", plural: false)
    if let q { checkCompanions(of: q, attribute: "resolutions", plural: true) }
    checkScaling(of: intensity)
    checkMask(shaped: intensity.shape)
    if let q { findings += CurveNumbersCheck(data: data, q: q, intensity: intensity).findings }
  }

  private mutating func expect(_ attribute: String, _ value: String) {
    let found = data.text(attribute)
    guard found != value else { return }
    fail("@\(attribute)", "is \(NXcanSASCheck.quote(found))", "must be the text \"\(value)\"")
  }

  private mutating func require(_ name: String, units: [String]) -> FileDataset? {
    guard let dataset = data.dataset(name) else {
      fail("/\(name)", "is missing", "a dataset \"\(name)\" is required")
      return nil
    }
    guard dataset.element == .double || dataset.element == .integer else {
      fail("/\(name)", "holds no numbers", "numbers are required")
      return nil
    }
    let allowed = units.map { "\"\($0)\"" }.joined(separator: ", ")
    if let unit = dataset.text("units") {
      if !units.contains(unit) {
        fail("/\(name)@units", "is \"\(unit)\"", "must be one of \(allowed)")
      }
    } else {
      fail("/\(name)@units", "is missing", "must be one of \(allowed)")
    }
    return dataset
  }

  // MARK: - Axes

  private mutating func checkQIndices(_ q: FileDataset?, _ intensity: FileDataset?) {
    guard let attribute = data.attributes["Q_indices"] else {
      return fail("@Q_indices", "is missing", "it says along which dimensions of I Q runs, as [0]")
    }
    checkIndices("Q", attribute, dataset: q, intensity)
  }

  private mutating func checkIndices(
    _ name: String, _ attribute: HDF5Attribute, dataset: FileDataset?, _ intensity: FileDataset?
  ) {
    let indices: [Int]
    switch attribute {
    case .integer(let value): indices = [Int(value)]
    case .integers(let values): indices = values.map { Int($0) }
    default:
      return fail("@\(name)_indices", "is not of whole numbers", "must be integers, as [0]")
    }
    guard let intensity, let dataset else { return }
    let shape = intensity.shape
    guard indices.allSatisfy({ shape.indices.contains($0) }) else {
      return fail(
        "@\(name)_indices", "is \(indices), where I has \(shape.count) dimensions",
        "dimensions are counted from 0")
    }
    guard indices.map({ shape[$0] }) != dataset.shape else { return }
    fail(
      "@\(name)_indices",
      "is \(indices), where \(name) has the shape \(dataset.shape) and I \(shape)",
      "\(name) must be as long as the dimensions of I that it runs along")
  }

  private mutating func checkAxes(of intensity: FileDataset) {
    guard let attribute = data.attributes["I_axes"] else {
      return fail("@I_axes", "is missing", "it names an axis for each dimension of I")
    }
    let names = attribute.names
    guard names.count == intensity.shape.count else {
      return fail(
        "@I_axes", "names \(names.count) axes, where I has \(intensity.shape.count) dimensions",
        "one name a dimension is required")
    }
    if !names.contains("Q") { fail("@I_axes", "does not name Q", "Q is one of the axes") }
    for name in names where name != "Q" { checkOtherAxis(name, intensity) }
    if data.attributes["axes"]?.names != names {
      let message = data.attributes["axes"] == nil ? "is missing" : "differs from I_axes"
      warn("@axes", message, "plotters of NeXus need it, the same as I_axes")
    }
  }

  private mutating func checkOtherAxis(_ name: String, _ intensity: FileDataset) {
    guard let axis = data.dataset(name) else {
      return fail("/\(name)", "is missing, though I_axes names it", "an axis is a dataset")
    }
    if let attribute = data.attributes["\(name)_indices"] {
      checkIndices(name, attribute, dataset: axis, intensity)
    } else {
      fail("@\(name)_indices", "is missing", "it says along which dimension of I \(name) runs")
    }
    guard let unit = axis.text("units") else {
      return fail("/\(name)@units", "is missing", "every axis needs its unit, as \"s\"")
    }
    guard name.lowercased().hasPrefix("time") else { return }
    if RawTime(value: 1, unit: unit).seconds(fallback: nil) == nil {
      fail("/\(name)@units", "is \"\(unit)\", which is no unit of time", "for example \"s\"")
    }
  }

  // MARK: - What goes with I and Q

  private mutating func checkCompanions(
    of dataset: FileDataset, attribute: String, plural: Bool
  ) {
    guard let value = dataset.attributes[attribute] else { return }
    for name in plural ? value.names : [value.plainText ?? ""] {
      let place = "/\(dataset.name)@\(attribute)"
      guard let companion = data.dataset(name) else {
        fail(place, "names \"\(name)\", which is not there", "it must name a dataset beside it")
        continue
      }
      if companion.shape != dataset.shape {
        fail(
          "/\(name)",
          "has the shape \(companion.shape), where \(dataset.name) has \(dataset.shape)",
          "both must have the same")
      }
      guard let unit = companion.text("units") else {
        fail("/\(name)@units", "is missing", "it must be that of \(dataset.name)")
        continue
      }
      if let other = dataset.text("units"), unit != other {
        fail("/\(name)@units", "is \"\(unit)\"", "must be that of \(dataset.name), \"\(other)\"")
      }
    }
  }

  private mutating func checkScaling(of intensity: FileDataset) {
    guard let attribute = intensity.attributes["scaling_factor"] else { return }
    guard let name = attribute.plainText, data.dataset(name) != nil else {
      return fail(
        "/I@scaling_factor", "names nothing beside I", "it names the dataset that multiplies I")
    }
  }

  private mutating func checkMask(shaped shape: [Int]) {
    guard let name = data.text("mask") else { return }
    guard let mask = data.dataset(name) else {
      return fail("@mask", "names \"\(name)\", which is not there", "it must name a dataset")
    }
    if mask.shape != shape {
      fail(
        "/\(name)", "has the shape \(mask.shape), where I has \(shape)", "both must have the same")
    }
    if data.attributes["\(name)_indices"] == nil {
      fail("@\(name)_indices", "is missing", "it says along which dimensions of I the mask runs")
    }
  }

  private mutating func fail(_ place: String, _ message: String, _ hint: String) {
    findings.append(
      CheckFinding(severity: .error, path: data.path + place, message: message, hint: hint))
  }

  private mutating func warn(_ place: String, _ message: String, _ hint: String) {
    findings.append(
      CheckFinding(severity: .warning, path: data.path + place, message: message, hint: hint))
  }
}

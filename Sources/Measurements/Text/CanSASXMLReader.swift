import XMLFiles

/// Reads canSAS1D, the XML of older facilities, in its versions 1.0 and 1.1.
struct CanSASXMLReader {
  let file: String

  func read(_ bytes: [UInt8]) throws(DataFault) -> RawFile {
    let root: XMLElement
    do throws(XMLError) {
      root = try XMLElement(reading: bytes)
    } catch {
      throw DataFault(file: file, place: "line \(error.line)", message: "not XML: \(error.reason)")
    }
    guard root.name == "SASroot" else {
      throw DataFault(
        file: file, place: "line \(root.line)",
        message: "the document is <\(root.name)>, not <SASroot> of canSAS1D")
    }
    var curves: [RawCurve] = []
    for (index, entry) in root.children(named: "SASentry").enumerated() {
      let data = entry.children(named: "SASdata")
      for (number, group) in data.enumerated() {
        var curve = try curve(group)
        let name = group.attributes["name"] ?? entry.attributes["name"]
        let many = root.children(named: "SASentry").count > 1 || data.count > 1
        let counted = "\(FileName.stem(of: file))[\(index)\(data.count > 1 ? ",\(number)" : "")]"
        curve.name =
          name.flatMap { $0.isEmpty ? nil : $0 } ?? (many ? counted : FileName.stem(of: file))
        curve.title = entry.child("Title")?.trimmedText ?? ""
        curve.temperature = nil
        curves.append(curve)
      }
    }
    guard !curves.isEmpty else { throw DataFault(file: file, message: "holds no SASdata") }
    return RawFile(curves: curves)
  }

  private func curve(_ data: XMLElement) throws(DataFault) -> RawCurve {
    let points = data.children(named: "Idata")
    guard !points.isEmpty else {
      throw DataFault(file: file, place: "line \(data.line)", message: "SASdata holds no Idata")
    }
    var curve = RawCurve(
      file: file, name: "", rowWord: "line", rows: points.map(\.line), q: [], intensity: [])
    (curve.q, curve.qUnit) = try column("Q", of: points)
    (curve.intensity, curve.intensityUnit) = try column("I", of: points)
    if points.contains(where: { $0.child("Idev") != nil }) {
      let column = try column("Idev", of: points, missing: .nan)
      (curve.deviation, curve.deviationUnit) = (column.0, column.1)
    }
    if points.allSatisfy({ $0.child("Qdev") != nil }) {
      let column = try column("Qdev", of: points)
      (curve.resolution, curve.resolutionUnit) = (column.0, column.1)
    }
    return curve
  }

  /// The numbers of a column and their unit, which must be the same at every point.
  private func column(
    _ name: String, of points: [XMLElement], missing: Double? = nil
  ) throws(DataFault) -> ([Double], String?) {
    var values: [Double] = []
    var unit: String?
    for point in points {
      guard let cell = point.child(name) else {
        guard let missing else {
          throw DataFault(
            file: file, place: "line \(point.line)", message: "Idata has no \(name)")
        }
        values.append(missing)
        continue
      }
      guard let value = NumberFields.number(cell.trimmedText[...]) else {
        throw DataFault(
          file: file, place: "line \(cell.line)",
          message: "\(name) is \"\(cell.trimmedText)\", which is no number")
      }
      let stated = cell.attributes["unit"] ?? cell.attributes["units"]
      if let unit, let stated, unit != stated {
        throw DataFault(
          file: file, place: "line \(cell.line)",
          message: "\(name) is in \(stated), and in \(unit) above",
          hint: "one curve has one unit")
      }
      unit = unit ?? stated
      values.append(value)
    }
    return (values, unit)
  }
}

import Units

/// Reads a table of absorption spectra: wavelengths down, times across.
struct SpectraReader {
  let file: String
  let options: ImportOptions

  /// Whether the first line that holds anything begins with a wavelength.
  static func recognises(_ text: DecodedText) -> Bool {
    let first = text.lines.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    let word = first.trimming { !$0.isLetter && $0 != "λ" }.lowercased()
    return ["wavelength", "lambda", "λ"].contains { word.hasPrefix($0) }
  }

  func read(
    _ text: DecodedText
  ) throws(DataFault) -> (spectra: MeasuredSpectra, notes: [DataNote]) {
    let lines = text.lines
    let top = lines.firstIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0
    let separator: Character = [";", "\t", ","].first { lines[top].contains($0) } ?? " "
    let fields = NumberFields(
      commaIsDecimal: separator != "," && !lines[top...].prefix(3).contains { $0.contains(".") })
    let split = { (line: Substring) in
      line.split(separator: separator, omittingEmptySubsequences: separator == " ")
        .map { $0.trimming { $0.isWhitespace || "\"'".contains($0) } }
    }
    let names = split(lines[top])
    let factor = try lengthFactor(names[0], line: top + 1)
    let times = try times(Array(names.dropFirst()), line: top + 1)
    var rows: [(wavelength: Double, values: [Double])] = []
    var strange: [Int] = []
    for (index, line) in lines.enumerated().dropFirst(top + 1) {
      let cells = split(line)
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      guard cells.count <= names.count, let wavelength = cells.first.flatMap(fields.number),
        wavelength.isFinite
      else {
        strange.append(index + 1)
        continue
      }
      let values = (1..<names.count).map {
        $0 < cells.count ? fields.number(cells[$0]) ?? .nan : .nan
      }
      rows.append((wavelength * factor, values))
    }
    guard !rows.isEmpty else { throw DataFault(file: file, message: "holds no spectra") }
    let spectra = try spectra(rows, names: Array(names.dropFirst()), times: times)
    var notes: [DataNote] = []
    if !strange.isEmpty {
      notes.append(
        DataNote(
          file: file, place: "lines \(NumberTable.words(NumberTable.ranges(strange)))",
          message: "have no wavelength, and were not read"))
    }
    return (spectra, notes)
  }

  private func spectra(
    _ rows: [(wavelength: Double, values: [Double])], names: [Substring], times: [Double]
  ) throws(DataFault) -> MeasuredSpectra {
    let pairs = zip(rows, rows.dropFirst())
    let isDescending = pairs.allSatisfy { $0.wavelength > $1.wavelength }
    guard isDescending || pairs.allSatisfy({ $0.wavelength < $1.wavelength }) else {
      throw DataFault(
        file: file, message: "the wavelengths neither rise nor fall throughout",
        hint: "sort the rows by wavelength")
    }
    let ordered = isDescending ? rows.reversed() : rows
    let spectra = names.indices.map { column in
      let values = ordered.map { $0.values[column] }
      return MeasuredSpectrum(
        name: String(names[column]), time: times[column],
        wavelengths: ordered.map(\.wavelength), absorbance: values,
        masks: values.map { $0.isFinite ? .kept : .notANumber })
    }
    return MeasuredSpectra(
      title: options.title ?? FileName.stem(of: file),
      spectra: spectra.sorted { $0.time < $1.time },
      history: ["read from \(FileName.last(of: file))"])
  }

  private func lengthFactor(_ name: Substring, line: Int) throws(DataFault) -> Double {
    let unit = name.firstMatch(of: #/[\(\[]\s*([^\)\]]+?)\s*[\)\]]/#).map { String($0.output.1) }
    guard let unit = unit ?? name.firstMatch(of: #/(?i)\bnm\b/#).map({ _ in "nm" }) else {
      throw DataFault(
        file: file, place: "line \(line)", message: "the wavelengths have no unit",
        hint: "call the first column \"Wavelength (nm)\"")
    }
    do throws(UnitsError) {
      return try Dimension.length.parse("1 \(unit)")
    } catch {
      throw DataFault(
        file: file, place: "line \(line)", message: "\"\(unit)\" is not a unit of wavelength",
        hint: "call the first column \"Wavelength (nm)\"")
    }
  }

  /// "20 s", "90 s reaction" and, with `--time-unit`, "20".
  private func times(_ names: [Substring], line: Int) throws(DataFault) -> [Double] {
    var times: [Double] = []
    for name in names {
      let match = name.firstMatch(of: #/([+-]?[\d.]+)\s*([A-Za-zµ]*)/#)
      let unit = match.map { String($0.output.2) }
      let seconds = match.flatMap { Double($0.output.1) }.flatMap { value in
        RawTime(value: value, unit: unit).seconds(fallback: options.timeUnit)
      }
      guard let seconds else {
        throw DataFault(
          file: file, place: "line \(line)", message: "\"\(name)\" is not a time with its unit",
          hint: "call the columns as in \"20 s\", or say --time-unit s")
      }
      times.append(seconds)
    }
    return times
  }
}

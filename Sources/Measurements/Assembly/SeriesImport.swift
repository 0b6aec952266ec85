import HDF5Files

/// What came out of the files that a person brought.
public struct SeriesImport: Sendable {
  public enum Content: Sendable, Equatable {
    case scattering(MeasuredSeries)
    case absorbance(MeasuredSpectra)
  }

  public var content: Content
  public var notes: [DataNote]

  private init(content: Content, notes: [DataNote]) {
    (self.content, self.notes) = (content, notes)
  }

  /// Where a result file of a run holds the scattering that was computed in it, time by q.
  public static let runGroup = "/entry/saxs"

  /// The series of one file: an imported one, or a run's result with scattering in it.
  public init(
    file path: String, options: ImportOptions = .init()
  ) throws(MeasurementsError) {
    var options = options
    if FileContent(try FileBytes.head(path)) == .hdf5 {
      if let spectra = try SpectraFile.read(path) {
        self.init(content: .absorbance(spectra), notes: [])
        return
      }
      let tree: FileGroup
      do throws(HDF5Error) {
        tree = try FileGroup(file: path)
      } catch {
        throw MeasurementsError(error, in: path)
      }
      if tree.text("format") != nil, tree.text("creator") == "qdsynth" {
        (options.group, options.qName) = (Self.runGroup, "q")
        guard tree.group("entry")?.group("saxs") != nil else {
          throw MeasurementsError(
            DataFault(
              file: path, place: Self.runGroup, message: "there is no scattering in this result",
              hint: "a scenario with a table [saxs] computes it"))
        }
      }
    }
    try self.init(reading: [path], options: options)
  }

  /// Reads files of any kind into one series.
  public init(reading paths: [String], options: ImportOptions = .init()) throws(MeasurementsError) {
    var curves: [RawCurve] = []
    var notes: [DataNote] = []
    var spectra: [MeasuredSpectra] = []
    for path in paths {
      let kind = FileContent(try FileBytes.head(path))
      let bytes = kind == .hdf5 ? [] : try FileBytes.read(path)
      if kind == .text, let text = DecodedText(bytes), SpectraReader.recognises(text) {
        let found = try Self.telling { () throws(DataFault) in
          try SpectraReader(file: path, options: options).read(text)
        }
        spectra.append(found.spectra)
        notes += found.notes
        continue
      }
      let file = try Self.read(path, bytes, kind, options)
      curves += file.curves
      notes += file.notes
    }
    if !spectra.isEmpty {
      guard curves.isEmpty, spectra.count == 1 else {
        throw MeasurementsError(
          DataFault(
            file: paths[0], message: "spectra are imported from one file at a time",
            hint: "run import once for each file"))
      }
      content = .absorbance(spectra[0])
      self.notes = notes
      return
    }
    var assembly = SeriesAssembly(options)
    var series = try assembly.series(of: curves)
    series.history = Self.history(paths, options)
    content = .scattering(series)
    self.notes = notes + assembly.notes
  }

  private static func read(
    _ path: String, _ bytes: [UInt8], _ kind: FileContent, _ options: ImportOptions
  ) throws(MeasurementsError) -> RawFile {
    switch kind {
    case .hdf5:
      return try HDF5CurveReader(file: path, options: options).read()
    case .xml:
      return try telling { () throws(DataFault) in try CanSASXMLReader(file: path).read(bytes) }
    case .text:
      guard let text = DecodedText(bytes) else {
        throw MeasurementsError(
          DataFault(
            file: path, message: "is neither text, nor XML, nor HDF5",
            hint: "EDF, TIFF and other images must be integrated to curves first"))
      }
      return try telling { () throws(DataFault) in
        try ColumnReader(file: path, columns: options.columns).read(text)
      }
    }
  }

  private static func telling<Value>(
    _ body: () throws(DataFault) -> Value
  ) throws(MeasurementsError) -> Value {
    do throws(DataFault) {
      return try body()
    } catch {
      throw MeasurementsError(error)
    }
  }

  private static func history(_ paths: [String], _ options: ImportOptions) -> [String] {
    var history = [
      "read from \(paths.count) files: \(paths.map(FileName.last).joined(separator: ", "))"
    ]
    if let unit = options.qUnit { history.append("q taken in \(unit), as asked") }
    if let unit = options.intensityUnit {
      history.append("intensities taken in \(unit), as asked")
    }
    switch options.times {
    case .files: break
    case .table(let path): history.append("times from \(FileName.last(of: path))")
    case .pattern(let pattern): history.append("times by the pattern \(pattern.expression)")
    case .steps(let start, let step):
      history.append("times from \(start) s" + (step.map { " in steps of \($0) s" } ?? ""))
    }
    return history
  }
}

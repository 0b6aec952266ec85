import HDF5Files

/// Reads curves out of HDF5 files: NXcanSAS in all its variants, or any NXdata by its path.
struct HDF5CurveReader {
  let file: String
  let options: ImportOptions

  func read() throws(MeasurementsError) -> RawFile {
    do throws(DataFault) {
      let tree = try open { () throws(HDF5Error) in try FileGroup(file: file) }.get()
      let choice = try GroupChoice(file: file, wanted: options.group).choose(from: tree)
      let (groups, times) = try open { () throws(HDF5Error) in
        try load(choice.groups, tree: tree)
      }.get()
      var curves: [RawCurve] = []
      for group in groups {
        curves += try CurveGroup(file: file, chosen: group, options: options).curves()
      }
      try assign(times, to: &curves)
      return RawFile(curves: curves, notes: choice.notes)
    } catch {
      throw MeasurementsError(error)
    }
  }

  private func load(
    _ groups: [ChosenGroup], tree: FileGroup
  ) throws(HDF5Error) -> ([ChosenGroup], FileDataset?) {
    let open = try HDF5File(reading: file)
    var filled: [ChosenGroup] = []
    for var group in groups {
      group.data = try group.data.filled(from: open)
      filled.append(group)
    }
    guard let path = options.timeDataset else { return (filled, nil) }
    let absolute = path.hasPrefix("/") ? path : "/" + path
    guard var times = tree.all.lazy.flatMap(\.datasets).first(where: { $0.path == absolute })
    else { return (filled, nil) }
    let root = try open.root()
    try times.fill(from: root.dataset(String(absolute.dropFirst())))
    return (filled, times)
  }

  /// Times that lie apart from the data, one for each frame.
  private func assign(_ times: FileDataset?, to curves: inout [RawCurve]) throws(DataFault) {
    guard let path = options.timeDataset else { return }
    guard let times else {
      guard curves.allSatisfy({ $0.time != nil }) else {
        throw DataFault(
          file: file, place: path, message: "there is no such dataset",
          hint: "--time-dataset is a path from the root of the file, or a name beside the data")
      }
      return
    }
    guard let numbers = times.numbers, numbers.count == curves.count else {
      throw DataFault(
        file: file, place: path,
        message: "holds \(times.count) values, for \(curves.count) frames",
        hint: "--time-dataset names one number a frame")
    }
    for index in curves.indices {
      curves[index].time = RawTime(value: numbers[index], unit: times.unit)
    }
  }

  /// What HDF5 has against a file, as a fault of that file; a file that is not there was met before.
  private func open<Value>(
    _ body: () throws(HDF5Error) -> Value
  ) -> Result<Value, DataFault> {
    do throws(HDF5Error) {
      return .success(try body())
    } catch {
      let text = error.description
      let plain = text.hasPrefix(file + ": ") ? String(text.dropFirst(file.count + 2)) : text
      return .failure(DataFault(file: file, message: plain))
    }
  }
}

/// Makes one series of all the curves that files hold.
struct SeriesAssembly {
  let options: ImportOptions
  private var faults: [DataFault] = []
  private(set) var notes: [DataNote] = []

  init(_ options: ImportOptions) { self.options = options }

  mutating func series(of curves: [RawCurve]) throws(MeasurementsError) -> MeasuredSeries {
    let options = options
    let times = try FrameTimes(options)
    var prepared: [(raw: RawCurve, curve: PreparedCurve, moment: FrameTimes.Moment)] = []
    for (index, raw) in curves.enumerated() {
      let curve = keep { () throws(DataFault) in try PreparedCurve(raw, options: options) }
      let moment = keep { () throws(DataFault) in
        try times.moment(of: raw, index: index, count: curves.count)
      }
      if let curve, let moment { prepared.append((raw, curve, moment)) }
    }
    mixtures(prepared.map { ($0.raw, $0.curve) })
    guard faults.isEmpty else { throw .faults(Self.gathered(faults)) }
    for row in times.leftOver(curves) {
      notes.append(
        DataNote(
          file: times.table?.file ?? "", place: "line \(row.line)",
          message: "no frame was given for \"\(row.frame ?? "")\""))
    }
    notes += prepared.flatMap(\.curve.notes)
    noteUnits(curves)
    noteOrder(curves)
    let frames = prepared.map { Self.frame($0.raw, $0.curve, $0.moment) }
    noteEqualTimes(frames)
    return MeasuredSeries(
      title: options.title ?? curves.lazy.map(\.title).first { !$0.isEmpty } ?? "series",
      intensityUnit: prepared.first?.curve.unit ?? .arbitrary,
      frames: frames.enumerated().sorted {
        ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
      }
      .map(\.element))
  }

  private mutating func keep<Value>(_ body: () throws(DataFault) -> Value) -> Value? {
    do throws(DataFault) {
      return try body()
    } catch {
      faults.append(error)
      return nil
    }
  }

  private static func frame(
    _ raw: RawCurve, _ curve: PreparedCurve, _ moment: FrameTimes.Moment
  ) -> MeasuredFrame {
    MeasuredFrame(
      name: raw.name, time: moment.time, temperature: moment.temperature, q: curve.q,
      intensity: curve.intensity, deviation: curve.deviation, resolution: curve.resolution,
      masks: curve.masks)
  }

  // MARK: - What frames must have in common

  private mutating func mixtures(_ curves: [(raw: RawCurve, curve: PreparedCurve)]) {
    guard let first = curves.first else { return }
    let strangers = curves.filter { $0.curve.unit != first.curve.unit }
    if let stranger = strangers.first {
      faults.append(
        DataFault(
          file: stranger.raw.file, place: stranger.raw.name,
          message: "the intensity is \(Self.words(stranger.curve.unit)), that of \(first.raw.name) "
            + "is \(Self.words(first.curve.unit)); so for \(strangers.count) of \(curves.count) frames",
          hint: "a series has one scale; import them apart, or say --intensity-unit for all"))
    }
    let bare = curves.filter { $0.curve.deviation == nil }
    if let stranger = bare.first, bare.count < curves.count {
      faults.append(
        DataFault(
          file: stranger.raw.file, place: stranger.raw.name,
          message: "has no errors of the intensity, where other frames have them; "
            + "so for \(bare.count) of \(curves.count) frames",
          hint: "--columns q,intensity reads all of them without errors"))
    }
  }

  private static func words(_ unit: IntensityUnit) -> String {
    unit == .absolute ? "on an absolute scale" : "in arbitrary units"
  }

  /// Frames in different units of q become one, which may be a slip of a heading.
  private mutating func noteUnits(_ curves: [RawCurve]) {
    guard options.qUnit == nil, let first = curves.first, let unit = first.qUnit else { return }
    let strangers = curves.filter { $0.qUnit.flatMap(InverseLength.init) != InverseLength(unit) }
    guard let stranger = strangers.first else { return }
    notes.append(
      DataNote(
        file: stranger.file, place: stranger.name,
        message: "q is in \(stranger.qUnit ?? ""), that of \(first.name) in \(unit); "
          + "so for \(strangers.count) of \(curves.count) frames"))
  }

  /// Where steps of time follow the order of the files, that order had better be the one meant.
  private mutating func noteOrder(_ curves: [RawCurve]) {
    guard case .steps = options.times else { return }
    let keys = curves.map { Self.naturalKey($0.name) }
    for (index, pair) in zip(keys, keys.dropFirst()).enumerated()
    where pair.0.words == pair.1.words && pair.1.numbers.lexicographicallyPrecedes(pair.0.numbers) {
      let message =
        "comes before \(curves[index + 1].name); times follow the order in which files are given"
      notes.append(
        DataNote(file: curves[index].file, place: curves[index].name, message: message))
    }
  }

  private mutating func noteEqualTimes(_ frames: [MeasuredFrame]) {
    let groups = Dictionary(grouping: frames, by: \.time).filter { $0.value.count > 1 }
    for time in groups.keys.sorted() {
      let names = (groups[time] ?? []).map(\.name)
      notes.append(
        DataNote(
          file: names[0], message: "has the time of \(names.dropFirst().joined(separator: ", "))"))
    }
  }

  private static func naturalKey(_ name: String) -> (words: [Substring], numbers: [Int]) {
    (name.split { $0.isNumber }, name.split { !$0.isNumber }.map { Int($0) ?? 0 })
  }

  /// The same fault of many frames is told once, with their number.
  static func gathered(_ faults: [DataFault]) -> [DataFault] {
    var first: [String: Int] = [:]
    var counts: [String: Int] = [:]
    var kept: [DataFault] = []
    for fault in faults {
      let key = fault.message + (fault.hint ?? "")
      counts[key, default: 0] += 1
      guard first[key] == nil else { continue }
      first[key] = kept.count
      kept.append(fault)
    }
    for (key, index) in first where counts[key, default: 0] > 1 {
      kept[index].message += "; so for \(counts[key, default: 0]) frames in all"
    }
    return kept
  }
}

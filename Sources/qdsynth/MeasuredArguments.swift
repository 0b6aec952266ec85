import ArgumentParser
import Measurements
import Units

/// What a person says about measured files that they do not say themselves.
struct MeasuredArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The unit of q, where files do not state it.", valueName: "unit"))
  var qUnit: String?

  @Option(
    help: ArgumentHelp(
      "The unit of the intensity: 1/cm, 1/m or arbitrary.", valueName: "unit"))
  var intensityUnit: String?

  @Option(help: ArgumentHelp("The unit of times that have none.", valueName: "unit"))
  var timeUnit: String?

  @Option(
    help: ArgumentHelp(
      "A table with a row a frame: file, time with its unit, perhaps a temperature.",
      valueName: "frames.csv"))
  var times: String?

  @Option(
    help: ArgumentHelp(
      "A pattern whose group is the time, in names or titles: '_(\\d+)min', 'title:(\\S+ s)'.",
      valueName: "regex"))
  var timeFrom: String?

  @Option(help: ArgumentHelp("The time of the first frame, with --dt.", valueName: "time"))
  var t0: String?

  @Option(help: ArgumentHelp("The time from frame to frame, as in \"5 s\".", valueName: "time"))
  var dt: String?

  @Option(
    help: ArgumentHelp(
      "The group of an HDF5 file that holds the data, as in \"/entry_*/integrate/results\".",
      valueName: "path"))
  var data: String?

  @Option(help: ArgumentHelp("The dataset of q beside the data.", valueName: "name"))
  var qName: String?

  @Option(help: ArgumentHelp("The dataset of errors beside the data.", valueName: "name"))
  var errorName: String?

  @Option(help: ArgumentHelp("The dataset of times, one for each frame.", valueName: "path"))
  var timeDataset: String?

  @Option(
    help: ArgumentHelp(
      "What columns of text hold, in order: q, intensity, deviation, resolution, ignored.",
      valueName: "names"))
  var columns: String?

  @Option(help: ArgumentHelp("Mask what lies below, as in \"0.03 1/angstrom\".", valueName: "q"))
  var qMin: String?

  @Option(help: ArgumentHelp("Mask what lies above.", valueName: "q"))
  var qMax: String?

  func options() throws(Fault) -> ImportOptions {
    var options = ImportOptions()
    (options.qUnit, options.intensityUnit, options.timeUnit) = (qUnit, intensityUnit, timeUnit)
    (options.group, options.qName, options.errorName) = (data, qName, errorName)
    options.timeDataset = timeDataset
    options.times = try source()
    options.columns = try roles()
    options.least = try limit(qMin, "--q-min")
    options.greatest = try limit(qMax, "--q-max")
    return options
  }

  private func source() throws(Fault) -> TimeSource {
    let given = [times != nil, timeFrom != nil, t0 != nil || dt != nil, timeDataset != nil]
    guard given.count(where: { $0 }) <= 1 else {
      throw Fault(
        .usage, "error: --times, --time-from, --time-dataset and --t0 with --dt exclude each other")
    }
    if let times { return .table(path: times) }
    if let timeFrom {
      do throws(DataFault) {
        return .pattern(try TimePattern(timeFrom))
      } catch {
        throw Fault(.usage, error.description)
      }
    }
    guard t0 != nil || dt != nil else { return .files }
    let start = try seconds(t0 ?? "0 s", "--t0")
    guard let dt else { return .steps(start: start, step: nil) }
    return .steps(start: start, step: try seconds(dt, "--dt"))
  }

  private func seconds(_ text: String, _ option: String) throws(Fault) -> Double {
    do throws(UnitsError) {
      return text == "0" ? 0 : try Dimension.time.parse(text)
    } catch {
      throw Fault(.usage, "error: \(option): \(error); \(error.hint ?? "")")
    }
  }

  private func limit(_ text: String?, _ option: String) throws(Fault) -> Double? {
    guard let text else { return nil }
    guard let value = ScatteringVector.parse(text) else {
      throw Fault(
        .usage,
        "error: \(option): \"\(text)\" is not a number with a unit of q, "
          + "as in \"0.3 1/nm\"")
    }
    return value
  }

  private func roles() throws(Fault) -> [ColumnRole]? {
    guard let columns else { return nil }
    var roles: [ColumnRole] = []
    for name in columns.split(separator: ",") {
      let plain = name.filter { $0 != " " }
      guard let role = ColumnRole(rawValue: plain) else {
        throw Fault(
          .usage,
          "error: --columns: \"\(plain)\" is no column; "
            + NearestName.advice(on: plain, among: ColumnRole.allCases.map(\.rawValue)))
      }
      roles.append(role)
    }
    return roles
  }
}

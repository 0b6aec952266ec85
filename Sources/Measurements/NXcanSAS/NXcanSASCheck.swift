import HDF5Files

/// Judges a file by the definition of NXcanSAS, and by what its numbers must be.
///
/// The definition is NeXus' NXcanSAS (https://manual.nexusformat.org/classes/applications/NXcanSAS.html,
/// version 1.1), every required item of it, with the values that it allows.
public struct NXcanSASCheck {
  /// Errors first in the order of the file.
  public private(set) var findings: [CheckFinding] = []

  public var isGood: Bool { !findings.contains { $0.severity == .error } }

  /// Reads a file and judges it; it is thrown only where it is no HDF5 file.
  public init(file path: String) throws(MeasurementsError) {
    do throws(HDF5Error) {
      let open = try HDF5File(reading: path)
      checkRoot(try FileGroup(file: path).fillingCurves(from: open))
    } catch {
      throw MeasurementsError(error, in: path)
    }
  }

  init(_ root: FileGroup) { checkRoot(root) }

  private mutating func checkRoot(_ root: FileGroup) {
    if root.text("NX_class") != "NXroot" {
      warn("/@NX_class", "is \(Self.quote(root.text("NX_class")))", "should be \"NXroot\"")
    }
    let entries = root.groups.filter {
      $0.text("canSAS_class") == "SASentry" || $0.text("SAS_class") == "SASentry"
        || $0.text("NX_class") == "NXentry"
    }
    checkDefault(of: root, among: entries.map(\.name), word: "entry")
    guard !entries.isEmpty else {
      return fail(
        "/", "holds no entry",
        "a group with NX_class = \"NXentry\" and canSAS_class = \"SASentry\" is required")
    }
    for entry in entries { checkEntry(entry) }
  }

  private mutating func checkEntry(_ entry: FileGroup) {
    expect(entry, "NX_class", "NXentry")
    expect(entry, "canSAS_class", "SASentry")
    expect(entry, "version", "1.1")
    expect(text: "definition", in: entry, toBe: "NXcanSAS")
    expect(text: "title", in: entry)
    expect(text: "run", in: entry)
    let data = entry.groups.filter {
      $0.text("canSAS_class") == "SASdata" || $0.text("SAS_class") == "SASdata"
        || ($0.text("canSAS_class") == nil && $0.text("NX_class") == "NXdata")
    }
    checkDefault(of: entry, among: data.map(\.name), word: "SASdata")
    guard !data.isEmpty else {
      return fail(
        entry.path, "holds no data",
        "a group with NX_class = \"NXdata\" and canSAS_class = \"SASdata\" is required")
    }
    for group in data {
      var check = SASdataCheck(group)
      check.run()
      findings += check.findings
    }
  }

  private mutating func checkDefault(of group: FileGroup, among names: [String], word: String) {
    let path = "\(group.path)@default"
    guard let name = group.text("default") else {
      return warn(path, "is missing", "it should name the \(word) to show first")
    }
    guard !names.contains(name) else { return }
    fail(
      path, "names \"\(name)\", which is no \(word) here",
      "there are: \(names.joined(separator: ", "))")
  }

  private mutating func expect(_ group: FileGroup, _ attribute: String, _ value: String) {
    guard group.text(attribute) != value else { return }
    fail(
      "\(group.path)@\(attribute)", "is \(Self.quote(group.text(attribute)))",
      "must be the text \"\(value)\"")
  }

  private mutating func expect(text name: String, in entry: FileGroup, toBe value: String? = nil) {
    let path = "\(entry.path)/\(name)"
    guard let dataset = entry.dataset(name) else {
      return fail(path, "is missing", "a text \"\(name)\" is required")
    }
    guard let text = dataset.strings?.first, !text.isEmpty else {
      return fail(path, "holds no text", "a text is required")
    }
    if let value, text.trimmed != value { fail(path, "is \"\(text)\"", "must be \"\(value)\"") }
  }

  private mutating func fail(_ path: String, _ message: String, _ hint: String) {
    findings.append(CheckFinding(severity: .error, path: path, message: message, hint: hint))
  }

  private mutating func warn(_ path: String, _ message: String, _ hint: String) {
    findings.append(CheckFinding(severity: .warning, path: path, message: message, hint: hint))
  }

  static func quote(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "missing, or no text" }
}

extension String {
  fileprivate var trimmed: String { String(self[...].trimming(\.isWhitespace)) }
}

extension FileGroup {
  /// The same tree with the values of all curves in it.
  func fillingCurves(from file: borrowing HDF5File) throws(HDF5Error) -> FileGroup {
    var result = text("signal") == nil && dataset("I") == nil ? self : try filled(from: file)
    for index in result.groups.indices {
      result.groups[index] = try result.groups[index].fillingCurves(from: file)
    }
    return result
  }
}

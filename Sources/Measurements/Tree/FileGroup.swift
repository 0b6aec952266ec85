import HDF5Files

/// A group of an HDF5 file as a value: its attributes, and what lies in it.
struct FileGroup {
  var path: String
  var name: String
  var attributes: [String: HDF5Attribute]
  var groups: [FileGroup] = []
  var datasets: [FileDataset] = []

  func group(_ name: String) -> FileGroup? { groups.first { $0.name == name } }

  func dataset(_ name: String) -> FileDataset? { datasets.first { $0.name == name } }

  /// The text of an attribute, white space at its ends left out; nil where it is not one text.
  func text(_ attribute: String) -> String? { attributes[attribute]?.plainText }

  /// The class by canSAS's name or NeXus's.
  func isA(_ canSAS: String, or nexus: String? = nil) -> Bool {
    let classes = ["canSAS_class", "SAS_class"].compactMap(text)
    if classes.contains(canSAS) { return true }
    return classes.isEmpty && nexus != nil && text("NX_class") == nexus
  }

  /// This group and all below it.
  var all: [FileGroup] { [self] + groups.flatMap(\.all) }
}

/// A dataset of an HDF5 file, with its values where they were read.
struct FileDataset {
  var path: String
  var name: String
  var attributes: [String: HDF5Attribute]
  var shape: [Int]
  var element: HDF5Element?
  var numbers: [Double]?
  var strings: [String]?

  func text(_ attribute: String) -> String? { attributes[attribute]?.plainText }

  /// The unit that it states, by either spelling of the attribute.
  var unit: String? { (text("units") ?? text("unit")).flatMap { $0.isEmpty ? nil : $0 } }

  var count: Int { shape.reduce(1, *) }

  /// A mask's reasons, where it is one of ours; of any other, what is not zero is masked.
  var pointMasks: [PointMask]? {
    let isOurs = text("flag_meanings") == PointMask.meanings
    return numbers?.map { value in
      value == 0
        ? .kept : (isOurs ? PointMask(rawValue: Int64(value.isFinite ? value : 5)) : nil) ?? .inFile
    }
  }
}

extension HDF5Attribute {
  var plainText: String? { text.map { String($0[...].trimming(\.isWhitespace)) } }

  /// The names in a list: an array of texts, or one text that commas, colons or spaces part.
  var names: [String] {
    if case .strings(let texts) = self, texts.count > 1 { return texts }
    return (plainText ?? "").split { ",: []\"'".contains($0) }.map(String.init)
  }

  /// Whole numbers, also where they are written as text.
  var indices: [Int]? {
    switch self {
    case .integer(let value): [Int(value)]
    case .integers(let values): values.map { Int($0) }
    case .string, .strings:
      names.allSatisfy { Int($0) != nil } ? names.compactMap { Int($0) } : nil
    default: nil
    }
  }
}

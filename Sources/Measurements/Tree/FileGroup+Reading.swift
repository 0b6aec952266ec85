import HDF5Files

extension FileGroup {
  /// Reads the structure of a whole file, with the values of its small datasets.
  init(file path: String) throws(HDF5Error) {
    let file = try HDF5File(reading: path)
    let root = try file.root()
    self = try Self.read(root, name: "", depth: 0)
  }

  /// Links may lead in circles.
  private static let deepest = 12
  /// Datasets of at most so many values are read at once: titles, names, scalars.
  private static let smallCount = 16
  /// HDF5's own marks of dimension scales, which are neither texts nor numbers.
  private static let marks: Set = ["DIMENSION_LIST", "REFERENCE_LIST", "CLASS", "NAME"]

  private static func read(
    _ group: borrowing HDF5Group, name: String, depth: Int
  ) throws(HDF5Error) -> FileGroup {
    var result = FileGroup(path: group.path, name: name, attributes: try attributes(group))
    for child in try group.names {
      switch try group.kind(of: child) {
      case .group where depth < deepest:
        result.groups.append(try read(group.group(child), name: child, depth: depth + 1))
      case .dataset: result.datasets.append(try read(group.dataset(child), name: child))
      default: break
      }
    }
    return result
  }

  private static func read(
    _ dataset: borrowing HDF5Dataset, name: String
  ) throws(HDF5Error) -> FileDataset {
    var result = FileDataset(
      path: dataset.path, name: name, attributes: try attributes(dataset), shape: dataset.shape,
      element: try dataset.element)
    if result.count <= smallCount { try result.fill(from: dataset) }
    return result
  }

  private static func attributes(
    _ object: borrowing some HDF5Object & ~Copyable
  ) throws(HDF5Error) -> [String: HDF5Attribute] {
    var attributes: [String: HDF5Attribute] = [:]
    for name in try object.attributeNames where !marks.contains(name) {
      do throws(HDF5Error) {
        attributes[name] = try object.attribute(name)
      } catch {
        guard case .mismatch = error else { throw error }
      }
    }
    return attributes
  }

  /// The same group with the values of its curves and tables; images of more dimensions are left.
  func filled(from file: borrowing HDF5File) throws(HDF5Error) -> FileGroup {
    var result = self
    let root = try file.root()
    for index in result.datasets.indices where result.datasets[index].shape.count <= 2 {
      let place = String(result.datasets[index].path.drop { $0 == "/" })
      try result.datasets[index].fill(from: root.dataset(place))
    }
    return result
  }
}

extension FileDataset {
  mutating func fill(from dataset: borrowing HDF5Dataset) throws(HDF5Error) {
    switch element {
    case .double, .integer: numbers = try dataset.numbers()
    case .string: strings = try dataset.strings()
    case nil: break
    }
  }
}

import HDF5Files
import Testing

@testable import Campaigns

extension Workbench {
  /// `sweep.csv` byte for byte and every dataset of the results in `sweep.h5`, curves among them.
  func tables(_ directory: CampaignDirectory) throws -> [[UInt8]] {
    let results = try HDF5File(reading: directory.results).root().group("results")
    var tables = [try bytes(directory.table)]
    for name in try results.names where name != "curves" {
      tables.append(try contents(of: results.dataset(name)))
    }
    #expect(tables.count > 10)
    guard try results.contains("curves") else { return tables }
    let curves = try results.group("curves")
    for name in try curves.names { tables.append(try contents(of: curves.dataset(name))) }
    return tables
  }

  private func contents(of dataset: borrowing HDF5Dataset) throws -> [UInt8] {
    let head = "\(dataset.path) \(dataset.shape) "
    switch try dataset.element {
    case .double: return Array("\(head)\(try dataset.numbers().map(\.bitPattern))".utf8)
    case .integer: return Array("\(head)\(try dataset.integers())".utf8)
    case .string: return Array("\(head)\(try dataset.strings())".utf8)
    case nil:
      Issue.record("\(dataset.path) holds neither numbers nor text")
      return []
    }
  }
}

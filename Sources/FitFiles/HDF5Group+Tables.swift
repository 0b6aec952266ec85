import HDF5Files
import Results

extension HDF5Group {
  /// Writes numbers over two dimensions; a missing one is NaN, the fill value of its dataset.
  func writePlane(
    _ rows: [[Double?]], as name: String, unit: String, longName: String,
    along first: borrowing Axis, _ second: borrowing Axis
  ) throws(HDF5Error) {
    let values = rows.flatMap(\.self)
    let hasGaps = values.contains { $0 == nil }
    let dataset = try write(
      values.map { $0 ?? .nan }, shape: [rows.count, second.scale.count],
      missing: hasGaps ? .nan : nil, as: name)
    try dataset.describe(unit: unit, longName: longName)
    if hasGaps { try dataset.set("_FillValue", to: .number(.nan)) }
    try dataset.attach(first.scale, toDimension: 0)
    try dataset.attach(second.scale, toDimension: 1)
  }

  /// Numbers over two dimensions; nil where there is none.
  func plane(_ name: String) throws(HDF5Error) -> [[Double?]] {
    try rows(name).map { $0.map { $0.isNaN ? nil : $0 } }
  }

  func numbers(_ name: String) throws(HDF5Error) -> [Double] { try dataset(name).numbers() }

  /// Numbers; nil where there is none.
  func known(_ name: String) throws(HDF5Error) -> [Double?] {
    try numbers(name).map { $0.isNaN ? nil : $0 }
  }

  func number(_ name: String) throws(HDF5Error) -> Double { try numbers(name).first ?? .nan }

  func integer(_ name: String) throws(HDF5Error) -> Int {
    Int(try dataset(name).integers().first ?? 0)
  }

  func texts(_ name: String) throws(HDF5Error) -> [String] { try dataset(name).strings() }
}

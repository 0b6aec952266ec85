import HDF5Files
import Synthesis

extension HDF5Group {
  func write(
    _ fields: [StatisticField], of statistics: RunStatistics
  ) throws(HDF5Error) {
    for field in fields {
      let dataset =
        switch field.place {
        case .count(let path):
          try write([Int64(statistics[keyPath: path])], shape: [], as: field.name)
        case .number(let path):
          try write([statistics[keyPath: path]], shape: [], as: field.name)
        }
      try dataset.describe(unit: field.unit, longName: field.longName)
    }
  }

  func read(
    _ fields: [StatisticField], into statistics: inout RunStatistics
  ) throws(HDF5Error) {
    for field in fields where try contains(field.name) {
      switch field.place {
      case .count(let path):
        statistics[keyPath: path] = Int(try dataset(field.name).integers().first ?? 0)
      case .number(let path):
        statistics[keyPath: path] = try dataset(field.name).numbers().first ?? 0
      }
    }
  }
}

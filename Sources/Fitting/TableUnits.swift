import Foundation
import ScenarioFiles
import Units

/// The units of a table: from the names of its columns, or as the scenario says.
struct TableUnits {
  private let time: String
  /// Nil where values are taken as they are.
  private let value: String?
  private let deviation: String?
  /// What values become.
  private let target: String

  /// - Parameter head: the cells of the first line.
  init(
    _ head: [String], at place: String, _ series: FitSeries, in target: String
  ) throws(FitFault) {
    let named = head.map(Self.unit)
    guard named.count >= 2 else {
      throw FitFault(
        place, "two columns are needed, time and value", hint: "for example time [min],radius [nm]")
    }
    guard let time = try Self.agreed(named[0], series.timeUnit, "time_unit", at: place) else {
      throw FitFault(
        place, "the time has no unit", hint: "write it as in \"time [min]\", or give time_unit")
    }
    let stated = try Self.agreed(named[1], series.ordinateUnit, "y_unit", at: place)
    guard let value = stated ?? (target == "1" ? "1" : nil) else {
      throw FitFault(
        place, "the value has no unit", hint: "write it as in \"radius [nm]\", or give y_unit")
    }
    (self.time, self.target) = (time, target)
    let isArbitrary = value == "arbitrary" || (value == "1" && target != "1")
    if isArbitrary, series.kind == .tem || series.scale.isFixed {
      throw FitFault(
        place, "the value is in arbitrary units, and its scale is not fitted",
        hint: "give it a unit that measures the same as \(target)")
    }
    self.value = isArbitrary ? nil : value
    deviation = isArbitrary ? nil : named.count > 2 ? named[2] ?? value : value
  }

  func seconds(_ number: Double) throws(UnitsError) -> Double {
    try Dimension.time.parse("\(number) \(time)")
  }

  func value(_ number: Double) throws(UnitsError) -> Double {
    guard let value else { return number }
    return try MeasuredNumber("\(number) \(value)", in: target).value
  }

  func deviation(_ number: Double) throws(UnitsError) -> Double {
    guard let deviation else { return number }
    return try MeasuredNumber("\(number) \(deviation)", in: target, isStep: true).value
  }

  private static func unit(_ name: String) -> String? {
    name.split(separator: "[").dropFirst().first.map {
      $0.prefix { $0 != "]" }.trimmingCharacters(in: .whitespaces)
    }
  }

  /// What the file says, or the scenario where it says nothing.
  private static func agreed(
    _ named: String?, _ stated: String?, _ key: String, at place: String
  ) throws(FitFault) -> String? {
    if let named, let stated, named != stated {
      throw FitFault(
        place, "the unit is \"\(named)\", and \(key) says \"\(stated)\"",
        hint: "take \(key) out, or correct the name of the column")
    }
    return named ?? stated
  }
}

extension FitSeries.Scale {
  fileprivate var isFixed: Bool { if case .fixed = self { true } else { false } }
}

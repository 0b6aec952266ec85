import Campaigns
import Foundation
import SweepAnalysis
import Units

/// A quantity of every run, found in the table of a sweep by the word that a person uses for it.
struct ResponseColumn: Hashable {
  /// "diameter_mean", "log10 number".
  let name: String
  let unit: String
  /// The column of the table, what its numbers are taken times, and whether their logarithm is meant.
  let column: String
  let factor: Double
  let isLog: Bool

  /// What it is called in pictures, without its logarithm.
  var quantity: String { Self.quantity(isLog ? String(name.drop { $0 != " " }.dropFirst()) : name) }

  static func quantity(_ name: String) -> String {
    quantities[name] ?? name.replacing("_", with: " ")
  }

  func value(_ number: Double) -> Double {
    let value = factor * number
    guard isLog else { return value }
    return value > 0 ? log10(value) : .nan
  }

  private static let quantities = [
    "diameter_mean": "mean diameter", "radius_mean": "mean radius",
  ]
}

/// The words for quantities, over the columns that a table has.
struct ResponseWords {
  private let heads: [FinishedSweep.Head]

  /// What is looked at where nobody says what.
  static let usual = ["diameter", "dispersion", "number", "yield", "linewidth"]

  private static let words = [
    "size": ("radius_mean", 2.0), "diameter": ("radius_mean", 2),
    "diameter_mean": ("radius_mean", 2),
    "radius": ("radius_mean", 1),
  ]

  init(_ heads: [FinishedSweep.Head]) {
    self.heads = heads
  }

  /// Those of the usual quantities that the table has.
  var usual: [ResponseColumn] {
    Self.usual.compactMap { try? column($0) }
  }

  /// - Throws: where nothing is called so, with what is.
  func column(_ text: String) throws(Fault) -> ResponseColumn {
    let words = text.split(separator: " ").map(String.init)
    let isLog = words.count == 2 && ["log", "log10"].contains(words[0])
    let plain = try plainColumn(isLog ? words[1] : text.trimmingCharacters(in: .whitespaces))
    guard isLog else { return plain }
    return ResponseColumn(
      name: "log10 " + plain.name, unit: plain.unit, column: plain.column, factor: plain.factor,
      isLog: true)
  }

  private func plainColumn(_ word: String) throws(Fault) -> ResponseColumn {
    if word == "singles" { return try singles() }
    if let (name, factor) = Self.words[word], let head = head(name) {
      return ResponseColumn(
        name: factor == 1 ? name : "diameter_mean", unit: head.unit ?? "1", column: name,
        factor: factor, isLog: false)
    }
    if let head = head(word) {
      return ResponseColumn(
        name: word, unit: head.unit ?? "1", column: word, factor: 1, isLog: false)
    }
    let cure =
      word.hasPrefix("linewidth") || word == "first_exciton"
      ? "; a sweep has it where its scenario has an [optics] table" : ""
    throw Fault(
      .usage,
      "error: the sweep has no quantity called \"\(word)\"\(cure); "
        + NearestName.advice(on: word, among: known))
  }

  /// The share of crystals with exactly one dopant.
  private func singles() throws(Fault) -> ResponseColumn {
    let found = heads.filter { $0.name.hasSuffix("_single") }
    guard let only = found.first, found.count == 1 else {
      let reason =
        found.isEmpty
        ? "the sweep counts no single dopants; they are counted in realizations (engine = "
          + "\"monte-carlo\") of a scenario with [[dopant]]"
        : "\"singles\" may be \(found.map(\.name).joined(separator: " or "))"
      throw Fault(.usage, "error: " + reason)
    }
    return ResponseColumn(
      name: only.name, unit: only.unit ?? "1", column: only.name, factor: 1, isLog: false)
  }

  private func head(_ name: String) -> FinishedSweep.Head? { heads.first { $0.name == name } }

  private var known: [String] {
    (head("radius_mean") == nil ? [] : ["diameter"]) + heads.map(\.name)
  }
}

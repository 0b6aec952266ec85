import Foundation

/// The rows of `sweep.csv`.
struct SweepTextRows: Sendable {
  let path: String
  let heads: [FinishedSweep.Head]

  init(_ path: String) throws(CampaignError) {
    var blocks = try CSVBlocks(path)
    guard blocks.next() else { throw .damaged(path: path, reason: "it is empty") }
    let heads = blocks.fields.indices.map { FinishedSweep.Head(columnText: blocks.text($0)) }
    for name in ["index", "status"] where !heads.contains(where: { $0.name == name }) {
      throw .damaged(path: path, reason: "it has no column \(name)")
    }
    self.path = path
    self.heads = heads
  }

  func columns(numbers: [String], texts: [String], runs: Int) throws(CampaignError)
    -> SweepColumnValues
  {
    let index = try place(of: "index")
    let status = try place(of: "status")
    var wanted: [Int] = []
    for name in numbers { wanted.append(try place(of: name)) }
    var wantedTexts: [Int] = []
    for name in texts { wantedTexts.append(try place(of: name)) }
    var columns = [[Double]](
      repeating: [Double](repeating: .nan, count: runs), count: wanted.count)
    var textColumns = [[String]](
      repeating: [String](repeating: "", count: runs), count: wantedTexts.count)
    var statuses = [RunStatus](repeating: .pending, count: runs)
    var blocks = try CSVBlocks(path)
    _ = blocks.next()
    var line = 1
    while blocks.next() {
      line += 1
      if blocks.fields.count == 1, blocks.isEmpty(0) { continue }
      guard blocks.fields.count == heads.count, let run = Int(blocks.text(index)),
        statuses.indices.contains(run)
      else { throw .damaged(path: path, reason: "record \(line) is not a run of the plan") }
      statuses[run] = RunStatus(rawValue: blocks.text(status)) ?? .pending
      for (column, field) in wanted.enumerated() where !blocks.isEmpty(field) {
        guard let value = Double(blocks.text(field)) else {
          throw .damaged(
            path: path, reason: "\"\(blocks.text(field))\" of run \(run) is no number")
        }
        columns[column][run] = value
      }
      for (column, field) in wantedTexts.enumerated() {
        textColumns[column][run] = blocks.text(field)
      }
    }
    var values = SweepColumnValues(statuses: statuses)
    for (name, column) in zip(numbers, columns) { values.numbers[name] = column }
    for (name, column) in zip(texts, textColumns) { values.texts[name] = column }
    return values
  }

  private func place(of name: String) throws(CampaignError) -> Int {
    guard let place = heads.firstIndex(where: { $0.name == name }) else {
      throw .damaged(path: path, reason: "it has no column \(name)")
    }
    return place
  }
}

extension FinishedSweep.Head {
  /// From `name [unit]`, in which a path such as reaction[0] may end in a bracket of its own.
  init(columnText text: String) {
    guard text.hasSuffix("]"), let opening = text.range(of: " [", options: .backwards) else {
      self.init(name: text, unit: nil)
      return
    }
    self.init(
      name: String(text[..<opening.lowerBound]),
      unit: String(text[opening.upperBound...].dropLast()))
  }
}

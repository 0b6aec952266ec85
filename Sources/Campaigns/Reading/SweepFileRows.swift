import HDF5Files

/// The rows of `sweep.h5`, where there is no `sweep.csv` any more.
struct SweepFileRows: Sendable {
  let path: String
  let heads: [FinishedSweep.Head]

  init(_ path: String) throws(CampaignError) {
    do throws(HDF5Error) {
      let results = try HDF5File(reading: path).root().group("results")
      var heads: [FinishedSweep.Head] = []
      for name in try results.names {
        guard case .dataset? = try results.kind(of: name) else { continue }
        let unit = try results.dataset(name).attribute("units")?.text ?? ""
        heads.append(FinishedSweep.Head(name: name, unit: unit.isEmpty ? nil : unit))
      }
      self.heads = heads
      self.path = path
    } catch {
      throw .damaged(path: path, reason: "\(error)")
    }
  }

  func columns(numbers: [String], texts: [String], runs: Int) throws(CampaignError)
    -> SweepColumnValues
  {
    do throws(HDF5Error) {
      let results = try HDF5File(reading: path).root().group("results")
      let index = try results.dataset("index").integers().map { Int($0) }
      guard index.allSatisfy((0..<runs).contains) else {
        throw HDF5Error.unreadable(path: path, reason: "it has runs that the plan has not")
      }
      func spread<Value>(_ column: [Value], _ missing: Value) -> [Value] {
        var spread = [Value](repeating: missing, count: runs)
        for (run, value) in zip(index, column) { spread[run] = value }
        return spread
      }
      let statuses = try results.dataset("status").strings().map {
        RunStatus(rawValue: $0) ?? .pending
      }
      var values = SweepColumnValues(statuses: spread(statuses, .pending))
      for name in numbers {
        values.numbers[name] = spread(try results.dataset(name).numbers(), .nan)
      }
      for name in texts { values.texts[name] = spread(try results.dataset(name).strings(), "") }
      return values
    } catch {
      throw .damaged(path: path, reason: "\(error)")
    }
  }
}

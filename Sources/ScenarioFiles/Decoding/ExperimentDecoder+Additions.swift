import Kinetics
import Synthesis
import Units

extension ExperimentDecoder {
  /// Concentrations of species in a liquid, mol/m³, those of the network in order.
  mutating func contents(
    _ key: String, of table: TableReading, _ network: ReactionNetwork
  ) -> [Double] {
    var contents = [Double](repeating: 0, count: network.species.count)
    for entry in table.named(key) {
      guard let index = index(of: entry.name, in: network.species, at: entry.place),
        case .quantity(let concentration, _) = entry.value.content
      else { continue }
      contents[index] = concentration
    }
    return contents
  }

  /// What an injection or a feed says and nothing comes of: it is late, or it is cold and the flask has
  /// its temperature from a program.
  mutating func checkAdditions(before end: Double) {
    for table in root.tables("injection") {
      if (table.quantity("at") ?? 0) >= end {
        reader.warning("the injection starts when the run is over", at: table.place("at"))
      }
      checkTemperature(of: table, "the injection")
    }
    for table in root.tables("feed") {
      checkEnd(of: table, end)
      checkTemperature(of: table, "the feed")
    }
  }

  private mutating func checkEnd(of feed: TableReading, _ end: Double) {
    let start = feed.quantity("at") ?? 0
    guard start < end else {
      return reader.warning("the feed starts when the run is over", at: feed.place("at"))
    }
    let length =
      feed.tables("program").reduce(0) { $0 + ($1.quantity("duration") ?? 0) }
      + (feed.quantity("duration") ?? feed.quantity("rate").map {
        (feed.quantity("volume") ?? 0) / $0
      }
        ?? 0)
    guard start + length > end * (1 + 1e-12) else { return }
    reader.warning(
      "the feed goes on until \(Dimension.time.format(start + length)), after the run is over",
      hint: "what is left in the syringe by then does not count", at: feed.place)
  }

  mutating func checkTemperature(of table: TableReading?, _ subject: String) {
    guard let table, table.has("temperature"), root.table("flask")?.has("heat") != true else {
      return
    }
    reader.warning(
      "the temperature of \(subject) has no effect: the flask keeps its program",
      hint: "add [flask.heat], and the flask follows its heat balance; "
        + "or leave the temperature out", at: table.place("temperature"))
  }
}

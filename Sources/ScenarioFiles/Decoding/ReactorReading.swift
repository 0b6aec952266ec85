import Synthesis
import Units

/// What a scenario says of its reactor.
struct ReactorReading {
  let kind: ReactorKind
  let table: TableReading?
  /// s; nil for a batch.
  let residenceTime: Double?
  let tanks: Int

  init(_ root: TableReading) {
    table = root.table("reactor")
    kind = ReactorKind(rawValue: table?.text("kind") ?? "") ?? .batch
    residenceTime = table?.quantity("residence_time")
    tanks = table?.integer("tanks") ?? 1
  }

  var reactor: Reactor {
    switch kind {
    case .batch, .cstr: .flask
    case .plugFlow: .plugFlow
    case .laminar: .laminarTube
    case .tanksInSeries: .tanks(tanks)
    }
  }

  /// The time of a run of so many seconds at which its last output is: its end, or that of the tube.
  func end(of duration: Double) -> Double {
    reactor.isTube ? min(duration, residenceTime ?? duration) : duration
  }
}

/// What is done to the flask: temperatures and injections over time.
public struct Recipe: Sendable, Hashable {
  /// Volume at the start, m³; of tanks in series, that of each.
  public var volume: Double
  /// The temperature that the flask has, or with a heat balance is set to.
  public var program: TemperatureProgram
  /// nil where the flask follows its program exactly.
  public var heat: HeatBalance?
  public var injections: [Injection]
  /// What flows through at constant volume; nil for a closed flask.
  public var flowThrough: FlowThrough?
  /// What sets concentrations anew.
  public var events: [FlaskEvent] = []

  public init(
    volume: Double, program: TemperatureProgram, heat: HeatBalance? = nil,
    injections: [Injection] = [], flowThrough: FlowThrough? = nil
  ) {
    self.volume = volume
    self.program = program
    self.heat = heat
    self.flowThrough = flowThrough
    self.injections = injections.sorted { $0.time < $1.time }
  }

  /// Volume in a stretch of time that no injection starts or ends in, m³.
  public func volume(at time: Double, within stretch: ClosedRange<Double>) -> Double {
    injections.reduce(volume) { volume, injection in
      if injection.end <= stretch.lowerBound { return volume + injection.volume }
      if injection.time >= stretch.upperBound || injection.duration == 0 { return volume }
      return volume + injection.volume * (time - injection.time) / injection.duration
    }
  }

  /// Injections that flow during a stretch of time.
  public func flowing(within stretch: ClosedRange<Double>) -> [Injection] {
    injections.filter {
      $0.duration > 0 && $0.time < stretch.upperBound && $0.end > stretch.lowerBound
    }
  }

  /// Events that happen at a time, s.
  public func events(at time: Double) -> [FlaskEvent] { events.filter { $0.time == time } }

  /// Times inside a run at which something changes abruptly, s, in order and once each.
  public func breakpoints(before end: Double) -> [Double] {
    let times =
      program.breakpoints + injections.flatMap { [$0.time, $0.end] }
      + events.compactMap(\.time)
    return Set(times).filter { $0 > 0 && $0 < end }.sorted()
  }
}

/// The temperature that the flask is set to, over time: held, ramped, quenched.
///
/// Linear between corners; two corners at one time are a jump, and the later one holds from there.
public struct TemperatureProgram: Sendable, Hashable {
  /// A point of the program.
  public struct Corner: Sendable, Hashable {
    /// s.
    public let time: Double
    /// K.
    public let temperature: Double
  }

  /// In the order of time, the first at zero.
  public private(set) var corners: [Corner]

  /// Held at one temperature, K.
  public init(heldAt temperature: Double) {
    corners = [Corner(time: 0, temperature: temperature)]
  }

  private var last: Corner { corners[corners.count - 1] }

  /// Goes to a temperature (K) at a rate (K/s, its size alone counts).
  public mutating func ramp(to temperature: Double, rate: Double) {
    let duration = abs(temperature - last.temperature) / abs(rate)
    corners.append(Corner(time: last.time + duration, temperature: temperature))
  }

  /// Stays for a time, s.
  public mutating func hold(for duration: Double) {
    corners.append(Corner(time: last.time + duration, temperature: last.temperature))
  }

  /// Jumps to a temperature, K.
  public mutating func quench(to temperature: Double) {
    corners.append(Corner(time: last.time, temperature: temperature))
  }

  /// The temperature in a stretch of time that holds no corner inside, K.
  ///
  /// The stretch decides on which side of a jump a time at its edge lies.
  public func temperature(at time: Double, within stretch: ClosedRange<Double>) -> Double {
    let middle = 0.5 * (stretch.lowerBound + stretch.upperBound)
    guard let next = corners.firstIndex(where: { $0.time > middle }), next > 0 else {
      return last.temperature
    }
    let (before, after) = (corners[next - 1], corners[next])
    let slope = (after.temperature - before.temperature) / (after.time - before.time)
    return before.temperature + slope * (time - before.time)
  }

  /// Times at which the program has a corner, s.
  public var breakpoints: [Double] { corners.dropFirst().map(\.time) }

  /// Whether one temperature holds throughout.
  public var isConstant: Bool {
    corners.allSatisfy { $0.temperature == corners[0].temperature }
  }
}

import RealModule

/// What goes within a time of what goes independently, each at one rate.
///
/// With x the rate times the time:
struct Departure {
  /// Of those there at the start, the share that goes: 1 - e^(-x).
  let share: Double
  /// Of those that come at times evenly spread, the share that goes again: 1 - (1 - e^(-x))/x.
  let late: Double

  init(_ x: Double) {
    // Below, the series to the sixth power, without the cancellation.
    guard x < 0.01 else {
      share = -Double.expMinusOne(-x)
      late = 1 - share / x
      return
    }
    late = x / 2 * (1 - x / 3 * (1 - x / 4 * (1 - x / 5)))
    share = x * (1 - late)
  }
}

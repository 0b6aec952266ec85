import Foundation

/// The tics of a logarithmic axis: decades with their numbers, and between them, where decades are few,
/// twos and fives.
struct LogarithmicTics {
  /// A place on the axis; without text it is one between numbers.
  struct Tic {
    let value: Double
    let text: String
  }

  let tics: [Tic]

  /// Decades from which on only these have numbers.
  static let few = 1.5

  /// - Parameter range: above zero.
  init(over range: ClosedRange<Double>) {
    guard range.lowerBound > 0, range.upperBound.isFinite else {
      tics = []
      return
    }
    let (start, end) = (log10(range.lowerBound), log10(range.upperBound))
    let isFew = end - start < Self.few
    let isPlain = range.upperBound < 2e4 && range.lowerBound > 5e-3
    tics = (Int(floor(start))...Int(ceil(end))).flatMap { decade in
      (1...9).map { digit in
        let value = Double(digit) * pow10(Double(decade))
        let isNamed = digit == 1 || (isFew && [2, 5].contains(digit))
        guard isNamed else { return Tic(value: value, text: "") }
        return Tic(
          value: value,
          text: isPlain
            ? GnuplotScript.number(value) : isFew ? "\(digit)e\(decade)" : "10^{\(decade)}")
      }
    }
  }
}

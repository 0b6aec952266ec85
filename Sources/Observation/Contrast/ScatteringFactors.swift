import RealModule

/// How many electrons an atom scatters like, f1 + i f2, by the energy of the photons.
///
/// B. L. Henke, E. M. Gullikson, J. C. Davis, *At. Data Nucl. Data Tables* **54**, 181 (1993),
/// doi:10.1006/adnd.1993.1013, with the updates of the Center for X-ray Optics. Of their points, those are
/// kept between which f1 follows to 0.02 electrons and f2 to 1 %, both over the logarithm of energy.
public struct ScatteringFactors: Sendable, Hashable {
  public let symbol: String
  /// kg/mol.
  public let molarMass: Double
  private let points: [SIMD4<Double>]

  /// The energies that the tables reach over, eV.
  public static let range = 2000.0...30_000.0
  public static let source =
    "B. L. Henke, E. M. Gullikson, J. C. Davis, At. Data Nucl. Data Tables 54, 181 (1993), "
    + "doi:10.1006/adnd.1993.1013"

  /// The elements that are tabulated, by symbol.
  public static let all: [String: ScatteringFactors] = {
    var words = (lightElements + " " + heavyElements).split(whereSeparator: \.isWhitespace)[...]
    var found: [String: ScatteringFactors] = [:]
    while let symbol = words.popFirst() {
      let numbers = words.prefix { $0.first?.isLetter == false }.compactMap { Double($0) }
      words = words.dropFirst(numbers.count)
      let points = stride(from: 1, to: numbers.count - 2, by: 3).map { place in
        SIMD4(Double.log(numbers[place]), numbers[place + 1], Double.log(numbers[place + 2]), 0)
      }
      found[String(symbol)] = ScatteringFactors(
        symbol: String(symbol), molarMass: (numbers.first ?? 0) * 1e-3, points: points)
    }
    return found
  }()

  /// f1 and f2 at an energy within the range, in eV.
  public func factors(at energy: Double) -> ScatteringLengthDensity {
    let place = Double.log(energy)
    let upper = min(points.firstIndex { $0.x >= place } ?? points.count - 1, points.count - 1)
    let (low, high) = (points[max(0, upper - 1)], points[max(1, upper)])
    let share = high.x > low.x ? (place - low.x) / (high.x - low.x) : 1
    return ScatteringLengthDensity(
      low.y + share * (high.y - low.y), imaginary: .exp(low.z + share * (high.z - low.z)))
  }
}

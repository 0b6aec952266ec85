import Campaigns
import Sampling
import SweepAnalysis

/// Sensitivity indices of a function over the points of a Saltelli design, against those of another program
/// over the same points, and against closed forms.
struct SensitivityCheck {
  let validationCase: ValidationCase

  func claims() throws(CaseError) -> [Claim] {
    guard let function = validationCase.options.function else {
      let known = SensitivityFunction.allCases.map(\.rawValue).joined(separator: ", ")
      throw .bad("\(validationCase.name): a sensitivity needs a \"function\": \(known)")
    }
    let reference = try ReferenceTable(path: validationCase.referencePath)
    let (quantity, of) = (try reference.place(of: "quantity"), try reference.place(of: "of"))
    let value = try reference.place(of: "value")
    let found = try Found(function, samples: validationCase.options.count, validationCase)
    return try reference.rows.map { (row) throws(CaseError) in
      let subjects = row[of].split(separator: " ").map(String.init)
      guard let number = found.number(row[quantity], subjects) else {
        throw .bad("\(reference.path): a sensitivity has no \(row[quantity]) of \(row[of])")
      }
      return Claim(
        validationCase, "\(row[quantity]) of \(row[of])", of: row[quantity],
        expected: try reference.number(row, value), found: number)
    }
  }

  /// The design, and what was found over it.
  private struct Found {
    let points: DesignedPoints
    let indices: SobolIndices
    private let names: [String]

    init(_ function: SensitivityFunction, samples: Int, _ owner: ValidationCase)
      throws(CaseError)
    {
      names = (1...function.dimensions).map { "x\($0)" }
      let (from, to) = function.ends
      let axes = names.map {
        Axis($0, .range(from: from, to: to, count: nil, scale: .linear))
      }
      do {
        points = try DesignedPoints(
          Design(.saltelli(axes, samples: samples, secondOrder: true)), NoUnits())
        let sample = SaltelliSample(
          dimensions: axes.count, samples: samples, hasSecondOrder: true)
        let values = (0..<points.count).map { [points] in
          function.value(Self.numbers(of: points, at: $0))
        }
        indices = try SobolIndices(
          of: values, over: sample, resampling: .init(seed: UInt64(owner.options.seed)))
      } catch {
        throw .bad("\(owner.name): \(error)")
      }
    }

    private static func numbers(of points: DesignedPoints, at index: Int) -> [Double] {
      points.overrides(at: index).map { Double($0.value) ?? .nan }
    }

    /// Names that end in `_limit` are of what estimates tend to.
    func number(_ quantity: String, _ subjects: [String]) -> Double? {
      if quantity == "point" { return coordinate(subjects) }
      let places = subjects.compactMap { names.firstIndex(of: $0) }
      switch (quantity, places.count) {
      case ("mean_limit", 0): return indices.mean
      case ("variance_limit", 0): return indices.variance
      case ("first_order", 1), ("first_order_limit", 1): return indices.first[places[0]].value
      case ("total", 1), ("total_limit", 1): return indices.total[places[0]].value
      case ("first_order_width", 1): return Self.width(indices.first[places[0]])
      case ("total_width", 1): return Self.width(indices.total[places[0]])
      case ("second_order", 2), ("second_order_limit", 2):
        return indices.second.first { $0.factors == (places[0], places[1]) }?.index.value
      default: return nil
      }
    }

    private func coordinate(_ subjects: [String]) -> Double? {
      guard subjects.count == 2, let row = Int(subjects[0]), (0..<points.count).contains(row),
        let axis = names.firstIndex(of: subjects[1])
      else { return nil }
      return Self.numbers(of: points, at: row)[axis]
    }

    private static func width(_ estimate: IndexEstimate) -> Double {
      estimate.upper - estimate.lower
    }
  }

  /// The functions are of bare numbers.
  private struct NoUnits: QuantityConverter {
    func siValue(of text: String, comparableTo unit: String) throws(CampaignError) -> Double {
      throw .badDesign("a function of a sensitivity has no units, such as \(unit)")
    }
  }
}

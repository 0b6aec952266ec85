import Campaigns
import SweepAnalysis

/// `analysis.json`: everything that was found in a sweep.
struct StudyDocument: Encodable {
  struct Aim: Encodable {
    let name: String
    let unit: String
    let aim: String
    let target: Double?
  }

  struct Point: Encodable {
    let point: Int
    /// From 1 on.
    let front: Int
    let parameters: [String: Setting]
    let objectives: [String: Double]
    /// Of points whose runs were repeated.
    let standardErrors: [String: Double]?

    private enum CodingKeys: String, CodingKey {
      case point, front, parameters, objectives
      case standardErrors = "standard_errors"
    }
  }

  /// A swept value: a number in the unit of its axis, or a text.
  enum Setting: Encodable {
    case number(Double)
    case text(String)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let value): try container.encode(value)
      case .text(let text): try container.encode(text)
      }
    }
  }

  struct Axis: Encodable {
    let path: String
    let unit: String?
    let scale: String
  }

  let sweep: String
  let design: String
  let points: Int
  let runs: Int
  let replicates: Int
  let done: Int
  let failed: Int
  let pending: Int
  let axes: [Axis]
  let objectives: [Aim]
  let best: [Point]
  let pareto: [Point]
  let responses: [StudiedResponse]
  let notes: [String]
  let pictures: [String]

  /// - Parameter top: best points that are listed.
  init(_ study: SweepStudy, top: Int, pictures: [String]) {
    let plan = study.sweep.plan
    sweep = study.sweep.path
    design = plan.design.kind.name
    points = plan.points
    runs = plan.runs
    replicates = plan.design.replicates
    done = study.statuses.count { $0 == .done }
    failed = study.statuses.count { $0 == .failed }
    pending = runs - done - failed
    axes = study.factors.factors.map {
      Axis(path: $0.name, unit: $0.isText ? nil : $0.unit, scale: $0.scale.rawValue)
    }
    objectives = study.objectives.map { objective in
      switch objective.aim {
      case .minimum: Aim(name: objective.name, unit: objective.unit, aim: "min", target: nil)
      case .maximum: Aim(name: objective.name, unit: objective.unit, aim: "max", target: nil)
      case .target(let target):
        Aim(name: objective.name, unit: objective.unit, aim: "target", target: target)
      }
    }
    best = (study.ranked?.order.prefix(top) ?? []).map { Self.point($0, study) }
    pareto =
      study.objectives.count > 1 ? (study.ranked?.best ?? []).map { Self.point($0, study) } : []
    responses = study.responses.map { StudiedResponse($0, study) }
    notes = study.notes
    self.pictures = pictures
  }

  private static func point(_ point: Int, _ study: SweepStudy) -> Point {
    let settings = study.factors.factors.map { factor -> (String, Setting) in
      let text = factor.groups[factor.group[point]].text
      return (factor.name, text.map(Setting.text) ?? .number(factor.values[point]))
    }
    let named = zip(study.objectives.map(\.name), study.aims)
    let errors = named.compactMap { name, means in
      means.standardErrors[point].map { (name, $0) }
    }
    return Point(
      point: point, front: (study.ranked?.fronts[point] ?? 0) + 1,
      parameters: Dictionary(settings, uniquingKeysWith: { first, _ in first }),
      objectives: Dictionary(
        named.map { ($0, $1.values[point]) }, uniquingKeysWith: { first, _ in first }),
      standardErrors: errors.isEmpty
        ? nil : Dictionary(errors, uniquingKeysWith: { first, _ in first }))
  }
}

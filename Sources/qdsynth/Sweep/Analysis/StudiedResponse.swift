import SweepAnalysis

/// What `analysis.json` has of one quantity.
struct StudiedResponse: Encodable {
  struct Effect: Encodable {
    struct Group: Encodable {
      let level: StudyDocument.Setting
      let from: Double?
      let to: Double?
      let count: Int
      let mean: Double?
      let standardError: Double?

      private enum CodingKeys: String, CodingKey {
        case level, from, to, count, mean
        case standardError = "standard_error"
      }
    }

    let path: String
    let share: Double
    let shareByChance: Double
    let groups: [Group]

    private enum CodingKeys: String, CodingKey {
      case path, share, groups
      case shareByChance = "share_by_chance"
    }
  }

  struct Pair: Encodable {
    let paths: [String]
    let share: Double
  }

  struct Indices: Encodable {
    struct Second: Encodable {
      let paths: [String]
      let index: IndexEstimate
    }

    let blocks: Int
    let wholeBlocks: Int
    let mean: Double
    let variance: Double
    let first: [String: IndexEstimate]
    let total: [String: IndexEstimate]
    let second: [Second]

    private enum CodingKeys: String, CodingKey {
      case blocks, mean, variance, first, total, second
      case wholeBlocks = "whole_blocks"
    }
  }

  let name: String
  let unit: String
  let points: Int
  let mean: Double?
  let standardDeviation: Double?
  let effects: [Effect]
  let interactions: [Pair]
  let indices: Indices?

  private enum CodingKeys: String, CodingKey {
    case name, unit, points, mean, effects, interactions, indices
    case standardDeviation = "standard_deviation"
  }

  init(_ response: AnalyzedResponse, _ study: SweepStudy) {
    let factors = study.factors.factors
    let names = factors.map(\.name)
    let count = response.tally.count
    name = response.column.name
    unit = response.column.unit
    points = count
    mean = count > 0 ? response.tally.mean : nil
    standardDeviation =
      count > 1 ? (response.tally.squares / Double(count - 1)).squareRoot() : nil
    effects = zip(factors, response.effects).map(Self.effect)
    interactions = response.interactions.map {
      Pair(paths: [names[$0.factors.0], names[$0.factors.1]], share: $0.share)
    }
    indices = response.indices.map { indices in
      Indices(
        blocks: indices.blocks, wholeBlocks: indices.wholeBlocks, mean: indices.mean,
        variance: indices.variance,
        first: Dictionary(uniqueKeysWithValues: zip(names, indices.first)),
        total: Dictionary(uniqueKeysWithValues: zip(names, indices.total)),
        second: indices.second.map {
          .init(paths: [names[$0.factors.0], names[$0.factors.1]], index: $0.index)
        })
    }
  }

  private static func effect(_ factor: Factor, _ effect: MainEffect) -> Effect {
    Effect(
      path: factor.name, share: effect.share, shareByChance: effect.shareByChance,
      groups: zip(factor.groups, effect.means).map { group, mean in
        Effect.Group(
          level: group.text.map(StudyDocument.Setting.text) ?? .number(group.center),
          from: group.range?.lowerBound, to: group.range?.upperBound, count: mean?.count ?? 0,
          mean: mean?.mean, standardError: mean?.standardError)
      })
  }
}

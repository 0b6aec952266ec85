import Sampling

/// The design as `plan.json` writes it: flat, in the words of the scenario file.
extension Design {
  private enum Key: String, CodingKey {
    case design
    case axes
    case samples
    case secondOrder = "second_order"
    case paths
    case rows
    case replicates
    case seed
    case generator
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    replicates = try container.decode(Int.self, forKey: .replicates)
    seed = try container.decode(UInt64.self, forKey: .seed)
    let axes = try container.decodeIfPresent([Axis].self, forKey: .axes) ?? []
    let samples = try container.decodeIfPresent(Int.self, forKey: .samples) ?? 0
    switch try container.decode(String.self, forKey: .design) {
    case "grid": kind = .grid(axes)
    case "zip": kind = .zip(axes)
    case "latin-hypercube": kind = .latinHypercube(axes, samples: samples)
    case "sobol": kind = .sobol(axes, samples: samples)
    case "saltelli":
      kind = .saltelli(
        axes, samples: samples,
        secondOrder: try container.decodeIfPresent(Bool.self, forKey: .secondOrder) ?? false)
    case "list":
      kind = .list(
        PointTable(
          paths: try container.decode([String].self, forKey: .paths),
          rows: try container.decode([[String]].self, forKey: .rows)))
    case let name:
      throw DecodingError.dataCorruptedError(
        forKey: .design, in: container, debugDescription: "no design is called \(name)")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind.name, forKey: .design)
    try container.encode(replicates, forKey: .replicates)
    try container.encode(seed, forKey: .seed)
    switch kind {
    case .grid(let axes), .zip(let axes):
      try container.encode(axes, forKey: .axes)
    case .latinHypercube(let axes, let samples):
      try container.encode(axes, forKey: .axes)
      try container.encode(samples, forKey: .samples)
      try container.encode(Philox.name, forKey: .generator)
    case .sobol(let axes, let samples):
      try container.encode(axes, forKey: .axes)
      try container.encode(samples, forKey: .samples)
      try container.encode(SobolSequence.name, forKey: .generator)
    case .saltelli(let axes, let samples, let secondOrder):
      try container.encode(axes, forKey: .axes)
      try container.encode(samples, forKey: .samples)
      try container.encode(secondOrder, forKey: .secondOrder)
      try container.encode(SobolSequence.name, forKey: .generator)
    case .list(let table):
      try container.encode(table.paths, forKey: .paths)
      try container.encode(table.rows, forKey: .rows)
    }
  }
}

extension Axis {
  private enum Key: String, CodingKey {
    case path
    case values
    case from
    case to
    case count
    case scale
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    path = try container.decode(String.self, forKey: .path)
    if let values = try container.decodeIfPresent([String].self, forKey: .values) {
      levels = .values(values)
      return
    }
    levels = .range(
      from: try container.decode(String.self, forKey: .from),
      to: try container.decode(String.self, forKey: .to),
      count: try container.decodeIfPresent(Int.self, forKey: .count),
      scale: try container.decode(Scale.self, forKey: .scale))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(path, forKey: .path)
    switch levels {
    case .values(let values): try container.encode(values, forKey: .values)
    case .range(let from, let to, let count, let scale):
      try container.encode(from, forKey: .from)
      try container.encode(to, forKey: .to)
      try container.encodeIfPresent(count, forKey: .count)
      try container.encode(scale, forKey: .scale)
    }
  }
}

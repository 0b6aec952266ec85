import Sampling

/// The points of a design, each found from its index alone.
public struct DesignedPoints: Sendable {
  public let count: Int
  public let paths: [String]

  private let rulers: [AxisRuler]
  private let choice: Choice

  private enum Choice {
    case levels(strides: [(stride: Int, count: Int)])
    case rows(PointTable)
    case hypercube(LatinHypercube)
    case sobol(SobolSequence)
    case saltelli(SaltelliSample)
  }

  public init(_ design: Design, _ converter: some QuantityConverter) throws(CampaignError) {
    guard design.replicates >= 1 else {
      throw .badDesign("sweep: replicates must be at least 1, not \(design.replicates)")
    }
    switch design.kind {
    case .grid(let axes):
      rulers = try Self.rulers(of: axes, converter)
      let levels = try Self.levelCounts(rulers)
      count = try Self.product(levels)
      choice = .levels(strides: Self.strides(levels))
    case .zip(let axes):
      rulers = try Self.rulers(of: axes, converter)
      let levels = try Self.levelCounts(rulers)
      count = try Self.common(levels, of: axes)
      choice = .levels(strides: levels.map { (1, $0) })
    case .list(let table):
      rulers = []
      count = table.rows.count
      choice = .rows(try table.checked())
    case .latinHypercube(let axes, let samples):
      rulers = try Self.rulers(of: axes, converter)
      count = try Self.checked(samples, upTo: Int(UInt32.max))
      choice = .hypercube(
        LatinHypercube(dimensions: axes.count, samples: samples, seed: design.seed))
    case .sobol(let axes, let samples):
      rulers = try Self.rulers(of: axes, converter)
      count = try Self.checked(samples, upTo: 1 << SobolSequence.digits)
      guard axes.count <= SobolSequence.dimensionLimit else {
        throw .badDesign(
          "sweep: a Sobol design takes at most \(SobolSequence.dimensionLimit) axes, "
            + "not \(axes.count)")
      }
      choice = .sobol(SobolSequence(dimensions: axes.count))
    case .saltelli(let axes, let samples, let secondOrder):
      rulers = try Self.rulers(of: axes, converter)
      let sample = try Self.saltelli(axes.count, samples, secondOrder)
      count = sample.count
      choice = .saltelli(sample)
    }
    if case .list(let table) = design.kind {
      paths = table.paths
    } else {
      paths = rulers.map(\.path)
    }
    try Self.checkPaths(paths)
  }

  /// What the point at an index sets, in the order of ``paths``.
  public func overrides(at index: Int) -> [Override] {
    zip(paths, values(at: index)).map { Override(path: $0, value: $1) }
  }

  /// The swept paths as columns of a table.
  func columns(_ units: some QuantityConverter) -> [SweptColumn] {
    paths.indices.map { axis in
      switch choice {
      case .rows(let table):
        SweptColumn(paths[axis], values: table.rows.lazy.map { $0[axis] }, units: units)
      case .levels, .hypercube, .sobol, .saltelli:
        SweptColumn(paths[axis], values: rulers[axis].writtenValues, units: units)
      }
    }
  }

  /// The values of an axis one by one; nothing in a design that has no levels.
  func levels(ofAxis axis: Int) -> [String]? {
    guard case .levels(let strides) = choice else { return nil }
    return (0..<strides[axis].count).map { rulers[axis].text(atLevel: $0) }
  }

  /// Which of them a point has.
  func level(ofAxis axis: Int, at index: Int) -> Int? {
    guard case .levels(let strides) = choice else { return nil }
    return index / strides[axis].stride % strides[axis].count
  }

  func values(at index: Int) -> [String] {
    switch choice {
    case .levels(let strides):
      zip(rulers, strides).map { $0.text(atLevel: index / $1.stride % $1.count) }
    case .rows(let table): table.rows[index]
    case .hypercube(let hypercube):
      zip(rulers, hypercube.point(at: index)).map { $0.text(at: $1) }
    case .sobol(let sequence):
      zip(rulers, sequence.point(at: index)).map { $0.text(at: $1) }
    case .saltelli(let sample):
      zip(rulers, sample.point(at: index)).map { $0.text(at: $1) }
    }
  }
}

extension DesignedPoints {
  private static func rulers(of axes: [Axis], _ converter: some QuantityConverter)
    throws(CampaignError) -> [AxisRuler]
  {
    guard !axes.isEmpty else {
      throw .badDesign("sweep: no axes; add [[sweep.axis]] with a path and values")
    }
    var rulers: [AxisRuler] = []
    for axis in axes { rulers.append(try AxisRuler(axis, converter)) }
    return rulers
  }

  private static func levelCounts(_ rulers: [AxisRuler]) throws(CampaignError) -> [Int] {
    var counts: [Int] = []
    for ruler in rulers { counts.append(try ruler.levelCount()) }
    return counts
  }

  private static func product(_ levels: [Int]) throws(CampaignError) -> Int {
    var product = 1
    for count in levels {
      let (next, overflows) = product.multipliedReportingOverflow(by: count)
      guard !overflows, next <= 1 << 40 else {
        throw .badDesign("sweep: the grid has more points than can ever be run")
      }
      product = next
    }
    return product
  }

  private static func strides(_ levels: [Int]) -> [(stride: Int, count: Int)] {
    var stride = 1
    return levels.reversed().map { count in
      defer { stride *= count }
      return (stride, count)
    }.reversed()
  }

  private static func common(_ levels: [Int], of axes: [Axis]) throws(CampaignError) -> Int {
    guard let first = levels.first, levels.allSatisfy({ $0 == first }) else {
      let counts = zip(axes, levels).map { "\($0.path) has \($1)" }.joined(separator: ", ")
      throw .badDesign("sweep: zip needs as many values on every axis; \(counts)")
    }
    return first
  }

  private static func checked(_ samples: Int, upTo limit: Int) throws(CampaignError) -> Int {
    guard (1...limit).contains(samples) else {
      throw .badDesign("sweep: samples must be between 1 and \(limit), not \(samples)")
    }
    return samples
  }

  private static func saltelli(_ axes: Int, _ samples: Int, _ secondOrder: Bool)
    throws(CampaignError) -> SaltelliSample
  {
    guard axes <= SaltelliSample.dimensionLimit else {
      throw .badDesign(
        "sweep: a Saltelli design takes at most \(SaltelliSample.dimensionLimit) axes, not \(axes)")
    }
    guard samples >= 2, samples <= SaltelliSample.sampleLimit, samples & (samples - 1) == 0 else {
      let (below, above) = SaltelliSample.nearestSamples(to: samples)
      throw .badDesign(
        "sweep: samples of a Saltelli design are a power of two, such as \(below) or \(above), "
          + "not \(samples)")
    }
    return SaltelliSample(dimensions: axes, samples: samples, hasSecondOrder: secondOrder)
  }

  private static func checkPaths(_ paths: [String]) throws(CampaignError) {
    var seen: Set<String> = []
    for path in paths where !seen.insert(path).inserted {
      throw .badDesign("sweep: two axes set \(path)")
    }
  }
}

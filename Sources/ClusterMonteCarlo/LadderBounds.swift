import Kinetics

/// Bounds on the rates of the ladder that hold while the medium stays within given corners.
///
/// The lower bound is a squeeze: below it a candidate is taken without the law being asked. Where the
/// medium has one corner, the bounds are the rates.
struct LadderBounds: Sendable {
  private var tables: LadderTables
  /// a(n)·N_A, m³/(mol s), by size.
  private(set) var attachmentUpper: [Double] = []
  private(set) var attachmentLower: [Double] = []
  /// b(n), 1/s, by size.
  private(set) var detachmentUpper: [Double] = []
  private(set) var detachmentLower: [Double] = []
  /// The size that takes up nothing more; nil where any does.
  private let closedTop: Int?
  /// Sizes below this one take up nothing: they dissolve.
  private var floor = 2
  private var corners: [Medium<Double>] = []
  /// What bounds lie beyond the rates in corners.
  private static let margin = 1.002

  init(_ ladder: Ladder, closedTop: Int?) {
    tables = LadderTables(ladder)
    self.closedTop = closedTop
  }

  var ladder: Ladder { tables.ladder }
  /// The largest size that has rates, units.
  var largest: Int { attachmentUpper.count - 1 }
  /// The smallest cluster whose detachment the linear form of Gibbs-Thomson makes zero or negative.
  var brokenLinearSize: Int? { tables.brokenLinearSize }

  /// Makes the bounds anew for sizes up to one, over corners of the medium.
  mutating func refresh(over corners: [Medium<Double>], upTo largest: Int, floor: Int) {
    self.floor = floor
    self.corners = corners
    tables.grow(to: largest + 1)
    for (place, corner) in corners.enumerated() {
      tables.refresh(in: corner)
      place == 0 ? start(largest) : widen()
    }
    if corners.count > 1 { spread() }
    if let top = closedTop, top <= largest {
      attachmentUpper[top] = 0
      attachmentLower[top] = 0
    }
    for size in 2..<max(2, min(floor, largest + 1)) {
      attachmentUpper[size] = 0
      attachmentLower[size] = 0
    }
  }

  /// Makes the same bounds for sizes up to one.
  mutating func extend(to largest: Int) {
    refresh(over: corners, upTo: largest, floor: floor)
  }

  private mutating func start(_ largest: Int) {
    attachmentUpper = Array(tables.attachment[0...largest])
    detachmentUpper = Array(tables.detachment[0...largest])
    attachmentLower = attachmentUpper
    detachmentLower = detachmentUpper
  }

  private mutating func widen() {
    for size in attachmentUpper.indices {
      attachmentUpper[size] = max(attachmentUpper[size], tables.attachment[size])
      attachmentLower[size] = min(attachmentLower[size], tables.attachment[size])
      detachmentUpper[size] = max(detachmentUpper[size], tables.detachment[size])
      detachmentLower[size] = min(detachmentLower[size], tables.detachment[size])
    }
  }

  /// Keeps the bounds where a rate passes a top or a bottom between two corners.
  private mutating func spread() {
    // At its own concentration in balance a particle may neither gain nor lose.
    let low = ladder.reads.contains(.solute) ? 0 : 1 / Self.margin
    for size in attachmentUpper.indices {
      attachmentUpper[size] *= Self.margin
      attachmentLower[size] *= low
      detachmentUpper[size] *= Self.margin
      detachmentLower[size] *= low
    }
  }

  /// a(n)·N_A in a medium, m³/(mol s).
  func attachment(of size: Int, in medium: Medium<Double>) -> Double {
    guard size == 1 || size >= floor, size != closedTop else { return 0 }
    return ladder.edge(above: size, in: medium).attachment * PhysicalConstants.avogadro
  }

  /// b(n) in a medium, 1/s.
  func detachment(of size: Int, in medium: Medium<Double>) -> Double {
    let edge = ladder.edge(above: size - 1, in: medium)
    return edge.attachment * PhysicalConstants.avogadro * edge.equilibrium
  }
}

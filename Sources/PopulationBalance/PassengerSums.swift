import Kinetics

/// The sums over the particles of a cell that obey equations of their own, with these equations.
///
/// Each sum changes in proportion to others of the same cell, and to the number of particles:
///
///     dA_a/dt = ... + Σ_b L_ab A_b + L_a0 y
///
/// Factorial moments, s(s-1) and the like, are those of which none acts back on a lower one. D. A.
/// McQuarrie, *J. Appl. Probab.* **4**, 413 (1967), doi:10.2307/3212214.
enum PassengerSums: Sendable, Hashable {
  /// Dopants that do not feel each other: Σs, Σk, Σs(s-1), Σsk, Σk(k-1).
  case independent(entersSurface: Bool)
  /// Dopants that stay where they are: particles that hold any, Σm, Σm(m-1).
  case accumulating

  init(of law: any UptakeLaw) {
    self =
      law.isIrreversible ? .accumulating : .independent(entersSurface: law.entersSurface)
  }

  var arrayCount: Int {
    switch self {
    case .independent: 5
    case .accumulating: 3
    }
  }

  /// The arrays, by their number from one on, whose sum is all dopants.
  var counted: [Int] {
    switch self {
    case .independent: [1, 2]
    case .accumulating: [2]
    }
  }

  /// What an array sums up.
  enum Moment: Sendable, Hashable {
    /// Particles that hold any.
    case holders
    /// Dopants of one pool.
    case pool
    /// Pairs of dopants, one of each of two pools.
    case pairs(Int, Int)
  }

  /// What each array is, from array one on.
  var moments: [Moment] {
    switch self {
    case .independent: [.pool, .pool, .pairs(1, 1), .pairs(1, 2), .pairs(2, 2)]
    case .accumulating: [.holders, .pool, .pairs(2, 2)]
    }
  }

  /// Arrays that act on each other, and on those of later groups.
  var groups: [ClosedRange<Int>] {
    switch self {
    case .independent: [1...2, 3...5]
    case .accumulating: [1...2, 3...3]
    }
  }

  /// What changes what, in the order of `coefficients`; the number of particles is array zero.
  var terms: [(into: Int, from: Int)] {
    switch self {
    case .independent(true):
      [(1, 0)] + Self.exchange + [(3, 1), (4, 2)]
    case .independent(false):
      [(2, 0)] + Self.exchange + [(5, 2), (4, 1)]
    case .accumulating:
      [(1, 0), (1, 1), (2, 0), (2, 1), (2, 2), (3, 2), (3, 3)]
    }
  }

  private static let exchange = [
    (1, 1), (1, 2), (2, 1), (2, 2), (3, 3), (3, 4), (4, 4), (4, 3), (4, 5), (5, 4), (5, 5),
  ]

  /// Calls `body` with the coefficient of each term, 1/s, in the order of `terms`.
  ///
  /// - Parameter density: of what is dissolved, 1/m³.
  @inline(__always)
  func coefficients<Value: Scalar>(
    of rates: UptakeRates<Value>, density: Value, _ body: (_ term: Int, _ value: Value) -> Void
  ) {
    let uptake = rates.uptake * density
    switch self {
    case .independent:
      let leaving = rates.desorption + rates.burial
      let (burial, exposure) = (rates.burial, rates.exposure)
      body(0, uptake)
      body(1, -leaving)
      body(2, exposure)
      body(3, burial)
      body(4, -exposure)
      body(5, -2 * leaving)
      body(6, 2 * exposure)
      body(7, -(leaving + exposure))
      body(8, burial)
      body(9, exposure)
      body(10, 2 * burial)
      body(11, -2 * exposure)
      body(12, 2 * uptake)
      body(13, uptake)
    case .accumulating:
      let next = rates.cooperativity * uptake
      let filling = 1 / rates.sites
      body(0, uptake)
      body(1, -uptake)
      body(2, uptake)
      body(3, next - uptake)
      body(4, -(next * filling))
      body(5, 2 * next * (1 - filling))
      body(6, -2 * next * filling)
    }
  }
}

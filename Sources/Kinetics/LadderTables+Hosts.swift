extension LadderTables {
  /// How the particles of a cell grow.
  ///
  /// In a cell of one size, as that size does; in a wider one, as its middle does: the mean of what
  /// holds at its two edges.
  ///
  ///     ṅ = a(n) c - b(n),   or half the sum of a c - b over both edges
  ///
  /// - Parameter concentration: of the solute, mol/m³.
  public func host(of cell: Int, concentration: Double) -> HostGrowth<Double> {
    let scale = 1 / PhysicalConstants.avogadro
    guard isWide(cell) else {
      return HostGrowth(
        attachment: attachment[cell] * scale,
        netUnits: attachment[cell] * concentration - detachment[cell])
    }
    let swept = 0.5 * (attachment[cell - 1] + attachment[cell])
    return HostGrowth(
      attachment: swept * scale,
      netUnits: swept * concentration - 0.5 * (detachment[cell] + detachment[cell + 1]))
  }

  /// The same with its derivative along a variable of the medium.
  ///
  /// - Parameters:
  ///   - slopes: what the coefficients change by; nil where they do not read the variable.
  ///   - isSolute: whether the variable is the concentration of the solute itself.
  public func host(
    of cell: Int, concentration: Double, along slopes: Slopes?, isSolute: Bool
  ) -> HostGrowth<Dual> {
    let scale = 1 / PhysicalConstants.avogadro
    let solute = Dual(concentration, derivative: isSolute ? 1 : 0)
    func attaching(_ edge: Int) -> Dual {
      Dual(attachment[edge], derivative: slopes.map { $0.attachment[edge] } ?? 0)
    }
    func detaching(_ cell: Int) -> Dual {
      Dual(detachment[cell], derivative: slopes.map { $0.detachment[cell] } ?? 0)
    }
    guard isWide(cell) else {
      return HostGrowth(
        attachment: attaching(cell) * scale, netUnits: attaching(cell) * solute - detaching(cell))
    }
    let swept = 0.5 * (attaching(cell - 1) + attaching(cell))
    return HostGrowth(
      attachment: swept * scale,
      netUnits: swept * solute - 0.5 * (detaching(cell) + detaching(cell + 1)))
  }

  /// Whether a cell has two edges to take the mean of, and more than one size between them.
  private func isWide(_ cell: Int) -> Bool {
    cell > cells.unitCount && cell > 2 && cell < cells.count
  }
}

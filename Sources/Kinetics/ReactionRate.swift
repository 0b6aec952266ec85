import RealModule

extension Reaction {
  /// Events per volume and time, mol/(m³ s), for amounts (mol) of the species in a volume (m³).
  @inlinable
  public func rate<Value: Scalar>(
    of amounts: Span<Double>, per volume: Double, at temperature: Value
  ) -> Value {
    let k = rateConstant.at(temperature)
    let forward = k * product(orders, amounts, volume)
    guard let equilibriumConstant else { return forward }
    return forward - k / equilibriumConstant.at(temperature) * product(products, amounts, volume)
  }

  /// Calls `body` with each species that the rate depends on and d(rate · volume)/d(its amount).
  public func differentiateRate(
    of amounts: Span<Double>, per volume: Double, at temperature: Double,
    _ body: (_ species: Int, _ slope: Double) -> Void
  ) {
    let k = rateConstant.at(temperature)
    for place in orders.indices {
      body(orders[place].species, k * slope(orders, to: place, amounts, volume))
    }
    guard let equilibriumConstant else { return }
    let back = k / equilibriumConstant.at(temperature)
    for place in products.indices {
      body(products[place].species, -back * slope(products, to: place, amounts, volume))
    }
  }

  @usableFromInline
  func product(_ terms: [Term], _ amounts: Span<Double>, _ volume: Double) -> Double {
    var product = 1.0
    for term in terms { product *= power(amounts[term.species] / volume, term.count) }
    return product
  }

  private func slope(
    _ terms: [Term], to place: Int, _ amounts: Span<Double>, _ volume: Double
  ) -> Double {
    let order = terms[place].count
    guard order != 0 else { return 0 }
    var slope = order * power(amounts[terms[place].species] / volume, order - 1)
    for other in terms.indices where other != place {
      slope *= power(amounts[terms[other].species] / volume, terms[other].count)
    }
    return slope
  }
}

/// x^p; a fractional power of a concentration that round-off made negative is zero.
private func power(_ base: Double, _ exponent: Double) -> Double {
  switch exponent {
  case 0: 1
  case 1: base
  case 2: base * base
  case 3: base * base * base
  case _ where exponent == exponent.rounded() && abs(exponent) < 64: .pow(base, Int(exponent))
  default: base > 0 ? .pow(base, exponent) : 0
  }
}

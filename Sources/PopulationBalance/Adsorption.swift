import Kinetics

/// Ligands on the surface of all particles.
///
///     dθ_i/dt = k_a c_i (1 - Σ_j θ_j) - k_d θ_i,   c_i V = total_i - θ_i σ_i A/N_A
///
/// The state holds the total of each ligand, dissolved and bound, and its coverage; what is dissolved
/// follows, so that ligand is neither made nor lost.
struct Adsorption: Sendable {
  struct Site: Sendable {
    let ligand: Ligand
    /// The slot of its total amount.
    let species: Int
  }

  let sites: [Site]

  init(_ ligands: [Ligand], in network: ReactionNetwork) {
    sites = ligands.compactMap { ligand in
      network.species.firstIndex { $0.name == ligand.name }.map {
        Site(ligand: ligand, species: $0)
      }
    }
  }

  var isEmpty: Bool { sites.isEmpty }

  /// Takes what is bound from the amounts of dissolved species.
  ///
  /// - Parameter area: Σ A_n y_n, m² mol: the surface of all particles over Avogadro's number.
  func subtractBound(
    from amounts: inout [Double], state: Span<Double>, area: Double, layout: StateLayout
  ) {
    for (place, site) in sites.enumerated() {
      amounts[site.species] -= state[layout.coverage(place)] * site.ligand.siteDensity * area
    }
  }

  /// The share of sites that all ligands, or those that gate growth, cover.
  func coverage(_ state: Span<Double>, _ layout: StateLayout, gatingOnly: Bool) -> Double {
    sites.indices.reduce(0) { sum, place in
      gatingOnly && !sites[place].ligand.gates ? sum : sum + state[layout.coverage(place)]
    }
  }

  /// Σ K_i c_i.
  func binding(_ dissolved: [Double], volume: Double, temperature: Double) -> Double {
    sites.reduce(0) { sum, site in
      let constant =
        site.ligand.adsorptionConstant.at(temperature)
        / site.ligand.desorptionConstant.at(temperature)
      return sum + constant * dissolved[site.species] / volume
    }
  }

  /// Coverages in equilibrium with given concentrations, mol/m³ by species.
  func equilibrium(_ concentrations: [Double], temperature: Double) -> [Double] {
    let strengths = sites.map { site in
      site.ligand.adsorptionConstant.at(temperature)
        / site.ligand.desorptionConstant.at(temperature) * max(0, concentrations[site.species])
    }
    let all = 1 + strengths.reduce(0, +)
    return strengths.map { $0 / all }
  }

  /// Writes dθ/dt.
  func add(
    to rates: inout MutableSpan<Double>, state: Span<Double>, dissolved: [Double],
    volume: Double, temperature: Double, layout: StateLayout
  ) {
    let free = 1 - coverage(state, layout, gatingOnly: false)
    for (place, site) in sites.enumerated() {
      let slot = layout.coverage(place)
      rates[slot] =
        site.ligand.adsorptionConstant.at(temperature) * dissolved[site.species] / volume * free
        - site.ligand.desorptionConstant.at(temperature) * state[slot]
    }
  }

  /// Calls `body` with every derivative of dθ/dt to coverages, to dissolved amounts (by species slot)
  /// and, where there is one, to the slot of temperature.
  func differentiate(
    state: Span<Double>, dissolved: [Double], volume: Double, temperature: Double,
    layout: StateLayout, _ body: (_ row: Int, _ column: Int, _ value: Double) -> Void
  ) {
    let free = 1 - coverage(state, layout, gatingOnly: false)
    let warm = Dual(temperature, derivative: 1)
    for (place, site) in sites.enumerated() {
      let slot = layout.coverage(place)
      let gain: Dual = site.ligand.adsorptionConstant.at(warm)
      let loss: Dual = site.ligand.desorptionConstant.at(warm)
      let concentration = dissolved[site.species] / volume
      body(slot, slot, -loss.value)
      for other in sites.indices {
        body(slot, layout.coverage(other), -gain.value * concentration)
      }
      body(slot, site.species, gain.value * free / volume)
      guard layout.hasTemperature else { continue }
      body(
        slot, layout.temperature,
        gain.derivative * concentration * free - loss.derivative * state[slot])
    }
  }
}

/// What the catalogue says of a role whose formula is no law of its own.
public struct RoleDescription: Sendable {
  /// The table of a scenario that it belongs to.
  public let table: String
  public let name: String
  public let summary: String
  public let equation: String
  public let assumptions: String
  public let source: String
  /// The keys of the table that belong to it; nil for all of them.
  public let keys: [String]?

  public init(
    table: String, name: String, summary: String, equation: String, assumptions: String,
    source: String, keys: [String]? = nil
  ) {
    self.table = table
    self.name = name
    self.summary = summary
    self.equation = equation
    self.assumptions = assumptions
    self.source = source
    self.keys = keys
  }

  /// What happens in a solution and on its particles.
  public static let kinetics: [RoleDescription] = [
    RoleDescription(
      table: "[[reaction]]", name: "mass-action",
      summary: "Precursors convert by mass action, or by declared orders.",
      equation: "w = k(T) prod [X]^a - (k(T)/K(T)) prod [Y]^b,  "
        + "k(T) = k_ref exp[-(E/R)(1/T - 1/T_ref)]",
      assumptions: "Well mixed; orders are the stoichiometric coefficients unless declared; "
        + "k [A]^2 means k [A]^2 events, d[A]/dt = -2 k [A]^2 for 2 A -> B.",
      source: "P. Waage, C. M. Guldberg, Forhandlinger: Videnskabs-Selskabet i Christiania, "
        + "35 (1864); S. Arrhenius, Z. Phys. Chem. 4U, 226 (1889), doi:10.1515/zpch-1889-0416"),
    RoleDescription(
      table: "[[ligand]]", name: "langmuir",
      summary: "Ligands compete for the sites of all particles, and are missing in the solution.",
      equation: "dtheta_i/dt = k_a,i c_i (1 - sum_j theta_j) - k_d,i theta_i;  "
        + "c_i V = total_i - theta_i sigma_i A/N_A",
      assumptions:
        "Sites of one kind, each free or taken by one ligand; one coverage for particles of "
        + "all sizes; bound ligands do not interact. What a coverage does is up to laws: "
        + "ligand-gated, ligand-adsorption, ligand-barrier.",
      source: "I. Langmuir, J. Am. Chem. Soc. 40, 1361 (1918), doi:10.1021/ja02242a004"),
    RoleDescription(
      table: "[nucleation]", name: "cluster-ladder",
      summary: "Nucleation, growth, dissolution and ripening are steps of one ladder of clusters.",
      equation: "J_n = a(n) c_1 c_n - b(n+1) c_(n+1),  "
        + "b(n+1) = a(n) c_inf exp[(E(n+1) - E(n))/kT]",
      assumptions: "Clusters gain and lose one unit at a time; detachment by detailed balance; "
        + "c_inf is monomer in equilibrium with the bulk solid; J_1 = a(1) c_1^2.",
      source: "R. Becker, W. Doering, Ann. Phys. 416, 719 (1935), doi:10.1002/andp.19354160806; "
        + "D. Kashchiev, Nucleation (Butterworth-Heinemann, 2000)"),
    RoleDescription(
      table: "[coalescence]", name: "smoluchowski",
      summary: "Two particles become one; a law says how often.",
      equation: "dc_k/dt = 1/2 sum_(i+j=k) K(i,j) c_i c_j - c_k sum_j K(k,j) c_j",
      assumptions: "Pairs meet at random; volumes add, and what coalesced is compact at once; "
        + "equal sizes meet at K c^2/2; the solute takes no part.",
      source: "M. v. Smoluchowski, Z. Phys. Chem. 92U, 129 (1918), doi:10.1515/zpch-1918-9209"),
    RoleDescription(
      table: "[[dopant]]", name: "passengers",
      summary: "Particles take up dopants, bury them and give them back; a law says how fast.",
      equation: "dS/dt = ... + u rho c_n - (d + beta) S + epsilon K,  "
        + "dK/dt = ... + beta S - epsilon K,  rho = dissolved dopant",
      assumptions: "Dopants go where their particle goes, and change neither its size nor its "
        + "growth; nuclei have none. Sums over particles and over pairs of dopants, or the particles without "
        + "any, obey equations of their own, so that mean and variance are exact on the exact grid.",
      source: "D. A. McQuarrie, J. Appl. Probab. 4, 413 (1967), doi:10.2307/3212214"),
    RoleDescription(
      table: "[nucleation]", name: NoNucleation.name, summary: NoNucleation.summary,
      equation: NoNucleation.equation, assumptions: NoNucleation.assumptions,
      source: NoNucleation.source),
  ]
}

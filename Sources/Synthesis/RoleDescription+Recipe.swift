public import Kinetics

extension RoleDescription {
  /// What is done to a flask over time, and how warm it is.
  public static let recipe: [RoleDescription] = [
    RoleDescription(
      table: "[[flask.program]]", name: "program",
      summary: "The temperature that the flask has, or with a heat balance is set to.",
      equation: "T(t) = T_i + (T_(i+1) - T_i)(t - t_i)/(t_(i+1) - t_i)",
      assumptions: "Linear between corners; a quench is a jump. Without [flask.heat] the flask "
        + "follows its program exactly. The integrator starts again at every corner.",
      source: "J. van Embden, A. S. R. Chesman, J. J. Jasieniak, Chem. Mater. 27, 2246 (2015), "
        + "doi:10.1021/cm5028964 (syntheses by heating up)"),
    RoleDescription(
      table: "[flask.heat]", name: "heat",
      summary: "The flask follows its bath, cold injections, reactions and crystallisation.",
      equation: "C V dT/dt = UA (T_set - T) + C q (T_in - T) + sum_j (-dH_j) w_j V "
        + "+ (-dH_cryst) uptake",
      assumptions: "One temperature throughout; UA and the heat capacity C per volume do not "
        + "change; all that flows in has the same C.",
      source: "R. Aris, Elementary Chemical Reactor Analysis (Prentice-Hall, 1969)"),
    RoleDescription(
      table: "[[injection]]", name: "injection",
      summary: "Liquid that is added at once or at a constant rate, and may take its time to mix.",
      equation: "X_i -> X_i + c_i V_in,  V -> V + V_in;  "
        + "T -> (V T + V_in T_in)/(V + V_in);  mixed(t) = 1 - exp(-t/mixing_time)",
      assumptions: "Volumes add. Without mixing_time what is added is mixed in at once; with it, "
        + "species come out of a pool beside the solution at first order, and react only then. Its "
        + "temperature counts with [flask.heat] alone.",
      source: "C. B. Murray, D. J. Norris, M. G. Bawendi, J. Am. Chem. Soc. 115, 8706 (1993), "
        + "doi:10.1021/ja00072a025 (syntheses by injection)"),
    RoleDescription(
      table: "[[feed]]", name: "feed",
      summary: "A syringe pump: liquid at one rate, or at rates one after another.",
      equation: "dX_i/dt = ... + q c_i,  dV/dt = q",
      assumptions:
        "Rates are constant within a step; two of rate, duration and volume give the third; "
        + "what flows in is mixed in at once.",
      source: "R. Aris, Elementary Chemical Reactor Analysis (Prentice-Hall, 1969)"),
  ]

  /// What the flask may be part of.
  public static let reactors: [RoleDescription] = [
    RoleDescription(
      table: "[reactor]", name: "batch",
      summary: "A flask that nothing flows through.",
      equation: "dX_i/dt = V sum_j nu_ij w_j - uptake",
      assumptions: "Well mixed; injections and feeds change the volume.",
      source: "O. Levenspiel, Chemical Reaction Engineering (Wiley, 3rd ed. 1999)"),
    RoleDescription(
      table: "[reactor]", name: "cstr",
      summary: "One stirred tank: what flows in replaces what flows out.",
      equation: "dX_i/dt = ... + (X_in,i - X_i)/tau;  dy_n/dt = ... + (y_in,n - y_n)/tau",
      assumptions: "Well mixed at constant volume; crystals leave with the liquid, whatever their "
        + "size. It starts with what is in the flask.",
      source: "A. D. Randolph, M. A. Larson, Theory of Particulate Processes (Academic Press, 1971)"
    ),
    RoleDescription(
      table: "[reactor]", name: "plug-flow",
      summary: "A tube without mixing along it: a batch whose time is the place.",
      equation: "X(z) = X_batch(z/u)",
      assumptions: "Steady; every element of fluid has the same age at a place; no diffusion along "
        + "the tube. A temperature program is one along the tube.",
      source: "O. Levenspiel, Chemical Reaction Engineering (Wiley, 3rd ed. 1999)"),
    RoleDescription(
      table: "[reactor]", name: "tanks-in-series",
      summary: "Stirred tanks, each of flask.volume and fed by the one before.",
      equation: "dX_k/dt = ... + (X_(k-1) - X_k) tanks/residence_time,  k = 1 ... tanks",
      assumptions: "Each tank as cstr, with its own population; all start alike; results are of "
        + "what leaves the last.",
      source: "R. B. MacMullin, M. Weber, Trans. Am. Inst. Chem. Eng. 31, 409 (1935)"),
    RoleDescription(
      table: "[reactor]", name: "laminar",
      summary: "A tube in laminar flow, collected behind it.",
      equation: "X_out = int E(t) X_batch(t) dt,  E(t) = tau^2/(2 t^3) for t > tau/2",
      assumptions: "Steady parabolic flow without diffusion, neither of solute nor of crystals; "
        + "elements of fluid do not meet; one temperature.",
      source: "P. V. Danckwerts, Chem. Eng. Sci. 2, 1 (1953), doi:10.1016/0009-2509(53)80001-1"),
  ]

  /// The shapes of seeds that come from a theory.
  public static let ripened: [RoleDescription] = [
    RoleDescription(
      table: "[[seed]]", name: RipenedSizes.diffusion.rawValue,
      summary: "The shape that sizes tend to as they ripen by diffusion.",
      equation: "g(z) = (4/9) z^2 [3/(3 + z)]^(7/3) [(3/2)/(3/2 - z)]^(11/3) exp[-z/(3/2 - z)],  "
        + "z = r/r* < 3/2",
      assumptions: ripening + "sd/<r> = 0.2151, <r> = r*.", source: ripeningSource,
      keys: ["number", "mean"]),
    RoleDescription(
      table: "[[seed]]", name: RipenedSizes.reaction.rawValue,
      summary: "The shape that sizes tend to as they ripen by a reaction at the surface.",
      equation: "g(z) = 24 z (2 - z)^-5 exp[-3z/(2 - z)],  z = r/r* < 2",
      assumptions: ripening + "sd/<r> = 0.3536, <r> = (8/9) r*.", source: ripeningSource,
      keys: ["number", "mean"]),
  ]

  private static let ripening =
    "Linear Gibbs-Thomson, no supply, particles far from each other; "
  private static let ripeningSource =
    "I. M. Lifshitz, V. V. Slyozov, J. Phys. Chem. Solids 19, 35 (1961), "
    + "doi:10.1016/0022-3697(61)90054-3; C. Wagner, Z. Elektrochem. 65, 581 (1961), "
    + "doi:10.1002/bbpc.19610650704"
}

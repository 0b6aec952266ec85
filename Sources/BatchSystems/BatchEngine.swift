/// The schedulers that a sweep can be handed to, by the names that people type.
public enum BatchEngine: String, Sendable, CaseIterable, Codable {
  case slurm
  case pbs
  case torque
  case lsf
  case sge
  case parallel

  public var system: any BatchSystem {
    switch self {
    case .slurm: Slurm()
    case .pbs: PBS(.professional)
    case .torque: PBS(.torque)
    case .lsf: LSF()
    case .sge: GridEngine()
    case .parallel: GNUParallel()
    }
  }

  /// As its own documentation calls it.
  public var title: String {
    switch self {
    case .slurm: "SLURM"
    case .pbs: "PBS"
    case .torque: "Torque"
    case .lsf: "LSF"
    case .sge: "Grid Engine"
    case .parallel: "GNU parallel"
    }
  }
}

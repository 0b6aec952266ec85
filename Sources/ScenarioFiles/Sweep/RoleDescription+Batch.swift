public import Kinetics

extension RoleDescription {
  /// How a sweep goes to a cluster.
  public static let batch: [RoleDescription] = [
    RoleDescription(
      table: "[sweep.batch]", name: "cluster",
      summary: "A sweep as tasks of a scheduler: qdsynth sweep submit.",
      equation: "runs of a task = task_time cores / (seconds of a run, timed before)",
      assumptions:
        "All nodes see the folder of the sweep. A point that is run twice costs time and changes nothing. "
        + "Options of submit win over the table, and neither enters the identity of a point.",
      source:
        "A. B. Yoo, M. A. Jette, M. Grondona, SLURM (JSSPP 2003), doi:10.1007/10968987_3")
  ]
}

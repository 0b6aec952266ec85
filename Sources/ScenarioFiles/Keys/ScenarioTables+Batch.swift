import BatchSystems
import Units

extension ScenarioTables {
  static let batch = TableSpec(
    "sweep.batch", "How the sweep goes to a scheduler; results do not depend on it.",
    [
      KeySpec(
        "engine", .choice(BatchEngine.allCases.map(\.rawValue), what: "engine of a cluster"),
        .optional, "The scheduler, or GNU parallel", example: "\"slurm\""),
      KeySpec(
        "walltime", .quantity(.time, .atLeast(4)), .optional,
        "After which a task is ended; the scheduler's own if not given", example: "\"1 h\""),
      KeySpec("memory", .memory, .optional, "Of a task"),
      KeySpec("cores", .integer(.atLeast(1)), .fallback("1"), "Of a task, each for one run"),
      KeySpec("account", .text, .optional, "Account or project that pays", example: "\"chem\""),
      KeySpec("partition", .text, .optional, "Partition or queue", example: "\"short\""),
      KeySpec(
        "at_most", .integer(.atLeast(1)), .optional, "Tasks that run at a time", example: "50"),
      KeySpec(
        "task_time", .quantity(.time, .positive), .fallback("\"10 min\""),
        "How long a task is to last"),
      KeySpec(
        "checkpoint_after", .quantity(.time, .positive), .fallback("\"10 min\""),
        "A run expected to take longer is kept where a task ends; a shorter one is made anew"),
      KeySpec(
        "setup", .list(.text), .optional, "Lines of the script before the program starts",
        example: "[\"module load hdf5\"]"),
      KeySpec(
        "options", .list(.text), .optional, "Further options of the scheduler, as they are",
        example: "[\"--qos=long\"]"),
    ])
}

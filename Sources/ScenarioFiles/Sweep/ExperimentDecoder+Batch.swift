import BatchSystems

extension ExperimentDecoder {
  /// What `[sweep.batch]` asks for, or what holds without it.
  mutating func batch(_ table: TableReading?) -> BatchPlan {
    var plan = BatchPlan()
    guard let table else { return plan }
    plan.engine = table.text("engine").flatMap(BatchEngine.init)
    plan.taskTime = table.quantity("task_time") ?? plan.taskTime
    plan.checkpointAfter = table.quantity("checkpoint_after") ?? plan.checkpointAfter
    plan.resources.walltime = table.quantity("walltime").map { Int($0.rounded(.up)) }
    plan.resources.memory = table.integer("memory")
    plan.resources.cores = table.integer("cores") ?? 1
    plan.resources.account = table.text("account")
    plan.resources.partition = table.text("partition")
    plan.resources.atMost = table.integer("at_most")
    plan.resources.setup = texts(of: "setup", in: table)
    plan.resources.options = texts(of: "options", in: table)
    check(plan.resources, in: table)
    return plan
  }

  private func texts(of key: String, in table: TableReading) -> [String] {
    (table.list(key) ?? []).compactMap {
      if case .text(let text) = $0.content { text } else { nil }
    }
  }

  /// What would break a script is told where it stands.
  private mutating func check(_ resources: BatchResources, in table: TableReading) {
    do throws(BatchError) {
      try resources.check()
    } catch {
      guard case .badValue(let key, let value, let demand) = error else { return }
      let entries = table.list(key) ?? []
      let entry = entries.first { $0.content.isText(value) }
      reader.error(
        "\(key) = \(TOMLText.quoted(value)) cannot stand in a script", hint: "give \(demand)",
        at: entry?.place ?? table.place(key))
    }
  }
}

extension Reading.Content {
  fileprivate func isText(_ text: String) -> Bool {
    if case .text(let own) = self { own == text } else { false }
  }
}

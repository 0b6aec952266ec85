/// What can stop a campaign as a whole; what stops one point is a ``PointFailure``.
public enum CampaignError: Error, Equatable, Sendable {
  case badDesign(String)
  case badPoint(index: Int, overrides: [Override], reason: String)
  case badSetting(String)
  case alreadyStarted(directory: String)
  case inUse(directory: String)
  case noPlan(directory: String)
  case noSubmission(number: Int, directory: String)
  case noTask(number: Int, submission: Int, tasks: Int)
  case changed(directory: String, differences: [String])
  case otherProgram(directory: String, planned: String, present: String)
  case otherPoint(index: Int, planned: String, present: String)
  case damaged(path: String, reason: String)
  case cannotRead(path: String, reason: String)
  case cannotCreate(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  case interrupted
}

extension CampaignError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .badDesign(let reason), .badSetting(let reason): reason
    case .badPoint(let index, let overrides, let reason):
      "sweep point \(index) (\(overrides.map(\.description).joined(separator: ", "))): \(reason)"
    case .alreadyStarted(let directory):
      "\(directory) already holds a sweep; continue it with --resume, or choose another folder"
    case .inUse(let directory):
      "\(directory) is being planned by another process; wait for it, or choose another folder"
    case .noPlan(let directory):
      "\(directory) holds no sweep; plan one with qdsynth sweep plan SCENARIO -o \(directory)"
    case .noSubmission(let number, let directory):
      "\(directory) has no submission \(number); see qdsynth sweep status \(directory)"
    case .noTask(let number, let submission, let tasks):
      "submission \(submission) has no task \(number); its tasks are 0 to \(tasks - 1)"
    case .changed(let directory, let differences):
      "\(directory) holds another sweep than this scenario asks for; "
        + "undo the change, or choose another folder\n"
        + differences.map { "  " + $0 }.joined(separator: "\n")
    case .otherProgram(let directory, let planned, let present):
      "\(directory) was planned by \(planned), and this is \(present); "
        + "go on with the program that planned it, or plan it again in another folder"
    case .otherPoint(let index, let planned, let present):
      "point \(index) is not what was planned (identity \(present.prefix(16)) now, "
        + "\(planned.prefix(16)) in identities.txt): this program reads the scenario otherwise than "
        + "the one that planned it; go on with that one, or plan again in another folder"
    case .damaged(let path, let reason): "\(path) is damaged: \(reason)"
    case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
    case .cannotCreate(let path, let reason): "cannot create \(path): \(reason)"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    case .interrupted: "interrupted"
    }
  }
}

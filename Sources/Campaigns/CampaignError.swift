/// What can stop a campaign as a whole; what stops one point is a ``PointFailure``.
public enum CampaignError: Error, Equatable, Sendable {
  case badDesign(String)
  case badPoint(index: Int, overrides: [Override], reason: String)
  case alreadyStarted(directory: String)
  case inUse(directory: String)
  case changed(directory: String, differences: [String])
  case damaged(path: String, reason: String)
  case cannotRead(path: String, reason: String)
  case cannotCreate(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  case interrupted
}

extension CampaignError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .badDesign(let reason): reason
    case .badPoint(let index, let overrides, let reason):
      "sweep point \(index) (\(overrides.map(\.description).joined(separator: ", "))): \(reason)"
    case .alreadyStarted(let directory):
      "\(directory) already holds a sweep; continue it with --resume, or choose another folder"
    case .inUse(let directory):
      "\(directory) is in use by a sweep that runs now; wait for it, or choose another folder"
    case .changed(let directory, let differences):
      "\(directory) holds another sweep than this scenario asks for; "
        + "undo the change, or choose another folder\n"
        + differences.map { "  " + $0 }.joined(separator: "\n")
    case .damaged(let path, let reason): "\(path) is damaged: \(reason)"
    case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
    case .cannotCreate(let path, let reason): "cannot create \(path): \(reason)"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    case .interrupted: "interrupted"
    }
  }
}

import Campaigns

extension Fault {
  /// A sweep that cannot begin or go on.
  init(_ error: CampaignError) {
    let status: ExitStatus =
      switch error {
      case .badDesign, .badPoint, .badSetting, .changed, .otherProgram, .otherPoint, .damaged:
        .badData
      case .cannotRead, .noPlan: .inputMissing
      case .noSubmission, .noTask: .usage
      case .alreadyStarted, .inUse, .cannotCreate: .cannotCreate
      case .cannotWrite: .cannotWrite
      case .interrupted: .interrupted
      }
    self.init(status, "error: \(error)")
  }
}

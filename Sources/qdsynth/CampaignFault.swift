import Campaigns

extension Fault {
  /// A sweep that cannot begin or go on.
  init(_ error: CampaignError) {
    let status: ExitStatus =
      switch error {
      case .badDesign, .badPoint, .changed, .damaged: .badData
      case .cannotRead: .inputMissing
      case .alreadyStarted, .inUse, .cannotCreate: .cannotCreate
      case .cannotWrite: .cannotWrite
      case .interrupted: .interrupted
      }
    self.init(status, "error: \(error)")
  }
}

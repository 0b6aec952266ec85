import ArgumentParser
import Campaigns
import Foundation

/// The folder of a sweep that a command works on.
struct SweepFolder: ParsableArguments {
  @Argument(help: "The folder of the sweep.", completion: .directory)
  var directory: String

  /// The sweep that is planned there.
  ///
  /// - Parameter creator: this program, where it is to make results.
  func open(by creator: String? = nil) throws -> Campaign {
    try Campaign(
      opening: CampaignDirectory(directory), units: ScenarioUnits(), creator: creator)
  }
}

/// Runs the body of a command; what stops a sweep becomes a fault.
func saying<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as CampaignError {
    throw Fault(error)
  }
}

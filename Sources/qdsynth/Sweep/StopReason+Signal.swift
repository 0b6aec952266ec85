import Campaigns
import Foundation

extension StopReason {
  /// What a signal says.
  init(signal: Int32) {
    self =
      switch signal {
      case SIGINT: .interrupted
      case SIGTERM: .terminated
      case SIGUSR1: .warned
      case SIGUSR2: .warnedAgain
      default: .cancelled
      }
  }
}

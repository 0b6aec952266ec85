import Dispatch
import Foundation
import Synchronization

/// Whether somebody asked the program to stop: Ctrl-C, a scheduler, the end of the walltime.
///
/// The present step is finished and what there is is kept; a second Ctrl-C ends the program at once.
final class StopRequest: Sendable {
  private let received = Atomic<Int32>(0)

  /// The signal that came first; nil while none did.
  var signal: Int32? {
    let value = received.load(ordering: .relaxed)
    return value == 0 ? nil : value
  }

  /// The exit code that the signal asks for, where nothing was checkpointed.
  var status: ExitStatus { signal == SIGINT ? .interrupted : .terminated }

  /// Listens from now on, while the returned sources are kept, and acts on each signal.
  ///
  /// Schedulers send SIGCONT before they send what is meant, and it means nothing.
  func listen(_ act: @escaping @Sendable (Int32) -> Void = { _ in }) -> [any DispatchSourceSignal] {
    Foundation.signal(SIGCONT, SIG_IGN)
    return [SIGINT, SIGTERM, SIGUSR1, SIGUSR2].map { number in
      Foundation.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue.global(qos: .userInitiated))
      source.setEventHandler { [self] in
        let before = received.exchange(number, ordering: .relaxed)
        act(number)
        if before == SIGINT, number == SIGINT { exit(ExitStatus.interrupted.rawValue) }
      }
      source.activate()
      return source
    }
  }
}

/// How often a busy scheduler is asked again, and after which waits.
public struct Patience: Sendable {
  /// Before each further attempt, s.
  public var waits: [Double]

  public init(waits: [Double] = [2, 4, 8, 16, 32, 60, 60]) {
    self.waits = waits
  }

  /// The answer to a command, asked again with growing waits while the scheduler is busy.
  ///
  /// - Parameters:
  ///   - ask: gives the command and waits for its end.
  ///   - pause: waits before the next attempt, and throws where nobody wants to wait any longer.
  /// - Throws: what `ask` and `pause` throw; a scheduler that stays busy answers as it does.
  public func answer(
    from system: any BatchSystem, ask: () throws -> CommandAnswer,
    pause: (_ seconds: Double, _ answer: CommandAnswer) throws -> Void
  ) rethrows -> CommandAnswer {
    var answer = try ask()
    for wait in waits where system.isBusy(answer) {
      try pause(wait, answer)
      answer = try ask()
    }
    return answer
  }
}

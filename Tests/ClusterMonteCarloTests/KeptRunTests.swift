import Checkpoints
import Kinetics
import Synchronization
import Synthesis
import Testing

@testable import ClusterMonteCarlo

@Suite struct `A realization that was stopped` {
  /// All that it gave, to the last bit, but for the time that it took.
  private func bits(_ realization: Realization) throws -> StateTape {
    var (made, tape) = (realization, StateTape())
    made.statistics.wallTime = 0
    try tape.pass(&made.frames)
    try tape.pass(&made.sizes)
    for time in made.dopants.indices { try tape.pass(&made.dopants[time]) }
    try tape.pass(&made.history)
    try tape.pass(&made.firstCrystal)
    try tape.pass(&made.statistics)
    return tape
  }

  /// A realization with pauses, and its state in each of them.
  private func paused(_ flask: KeptFlask) -> (made: Realization, tapes: [StateTape]) {
    var tapes: [StateTape] = []
    let made = flask.experiment.realization(
      3, continuing: nil,
      RealizationListener(
        observe: { _ in .keep }, keep: { tapes.append($0) }, patience: flask.patience))
    return (made, tapes)
  }

  private func rest(
    _ flask: KeptFlask, from tape: StateTape, ending: Continuation = .proceed,
    _ keep: (StateTape) -> Void = { _ in }
  ) -> Realization {
    withoutActuallyEscaping(keep) {
      flask.experiment.realization(
        3, continuing: tape,
        RealizationListener(
          observe: { _ in ending }, keep: $0, patience: flask.patience))
    }
  }

  @Test(
    "at any of its pauses gives the same, bit by bit, as one that was not", arguments: KeptFlask.all
  )
  func everyPause(flask: KeptFlask) throws {
    let (made, tapes) = paused(flask)
    #expect(made.interruption == nil)
    #expect(made.frames.count == flask.experiment.outputs.count)
    #expect(tapes.count >= 5, "\(made.statistics)")
    let expected = try bits(made)
    // Those that leap take a while.
    let stride = flask.patience > 30 ? max(1, tapes.count / 8) : 1
    for (place, tape) in tapes.enumerated() where place.isMultiple(of: stride) {
      let continued = rest(flask, from: tape)
      #expect(continued.interruption == nil)
      let found = try bits(continued)
      guard found == expected else {
        Issue.record("another result after pause \(place + 1) of \(tapes.count)")
        return
      }
    }
  }

  @Test("at all of its pauses, one after the other, gives the same", arguments: KeptFlask.all)
  func allPauses(flask: KeptFlask) throws {
    let (made, tapes) = paused(flask)
    var (tape, stops) = (try #require(tapes.first), 1)
    while true {
      var next: StateTape?
      let part = rest(flask, from: tape, ending: .pause) { next = $0 }
      guard let next else {
        #expect(part.interruption == nil)
        #expect(try bits(part) == bits(made))
        break
      }
      #expect(part.interruption?.cause == .cancelled)
      tape = next
      stops += 1
    }
    #expect(stops == tapes.count)
  }

  @Test("keeps matter to the last unit", arguments: KeptFlask.all)
  func matter(flask: KeptFlask) throws {
    let (_, tapes) = paused(flask)
    let continued = rest(flask, from: tapes[tapes.count / 2])
    #expect(continued.frames.allSatisfy { $0.matterDefect == 0 })
  }

  @Test func `says so where what was kept is of another run`() throws {
    let (_, tapes) = paused(KeptFlask.all[0])
    let tape = try #require(tapes.last)
    let cut = StateTape(reading: Array(tape.words.dropLast(3)))
    for wrong in [cut, StateTape(reading: []), StateTape(reading: tape.words + [1])] {
      let realization = rest(KeptFlask.all[0], from: wrong)
      #expect(realization.interruption?.cause == .failed)
      #expect(realization.interruption?.reason.contains("cannot be taken up") == true)
    }
  }
}

@Suite struct `An ensemble that was stopped` {
  private func bits(_ ensemble: Ensemble) throws -> StateTape {
    var (made, tape) = (ensemble, StateTape())
    for place in made.replicates.indices {
      made.replicates[place].statistics.wallTime = 0
      try tape.pass(&made.replicates[place])
    }
    try tape.pass(&made.sizes.numbers)
    try tape.pass(&made.sizes.units)
    try tape.pass(&made.sizeSD)
    for time in made.dopants.indices {
      for kind in made.dopants[time].indices {
        try tape.pass(&made.dopants[time][kind])
        try tape.pass(&made.dopants[time][kind].tallies)
      }
    }
    var fine = made.fineSizes?.numbers ?? []
    try tape.pass(&fine)
    return tape
  }

  private func experiment(_ flask: Int, standardError: Double? = nil) -> Experiment {
    var experiment = KeptFlask.all.filter { $0.testDescription.contains("composition") }[flask]
      .experiment
    experiment.monteCarlo?.replicates = standardError == nil ? 6 : 40
    experiment.monteCarlo?.standardError = standardError
    return experiment
  }

  /// Draws an ensemble, and stops it after each so many times that it is heard of.
  private func stopping(
    _ experiment: Experiment, jobs: Int, after count: Int
  ) -> (ensemble: Ensemble, stops: Int) {
    var (tape, stops): (StateTape?, Int) = (nil, 0)
    while true {
      let heard = Mutex(0)
      let kept = Mutex<StateTape?>(nil)
      let ensemble = experiment.ensemble(
        jobs: jobs, continuing: tape, pausingAfter: 30,
        keep: { tape in kept.withLock { $0 = tape } },
        observe: { _ in
          heard.withLock {
            $0 += 1
            return $0 >= count ? .pause : .proceed
          }
        })
      guard let next = kept.withLock({ $0 }) else { return (ensemble, stops) }
      (tape, stops) = (next, stops + 1)
    }
  }

  @Test(arguments: [0, 5, 6], [1, 3])
  func `gives the same bit by bit`(flask: Int, jobs: Int) throws {
    let experiment = experiment(flask)
    let whole = experiment.ensemble(
      jobs: jobs, pausingAfter: 30, keep: { _ in }, observe: { _ in .proceed })
    #expect(whole.interruption == nil && whole.replicates.count == 6)
    let (parted, stops) = stopping(experiment, jobs: jobs, after: 25)
    #expect(stops >= 3)
    #expect(try bits(parted) == bits(whole))
  }

  @Test func `draws as many replicates for a standard error`() throws {
    let experiment = experiment(0, standardError: 0.012)
    let whole = experiment.ensemble(
      jobs: 2, pausingAfter: 30, keep: { _ in }, observe: { _ in .proceed })
    #expect(whole.replicates.count > 8)
    let (parted, stops) = stopping(experiment, jobs: 2, after: 60)
    #expect(stops >= 3)
    #expect(try bits(parted) == bits(whole))
  }

  @Test func `goes on from any state that it was kept in`() throws {
    let experiment = experiment(0)
    let tapes = Mutex<[StateTape]>([])
    let whole = experiment.ensemble(
      jobs: 2, pausingAfter: 30, keep: { tape in tapes.withLock { $0.append(tape) } },
      observe: { _ in .keep })
    #expect(whole.interruption == nil)
    let kept = tapes.withLock { $0 }
    #expect(kept.count >= 10)
    for tape in kept {
      let rest = experiment.ensemble(
        jobs: 2, continuing: tape, pausingAfter: 30, keep: { _ in }, observe: { _ in .proceed })
      #expect(try bits(rest) == bits(whole))
    }
  }

  @Test func `between two replicates says so, and draws the others later`() throws {
    let experiment = experiment(0)
    let whole = experiment.ensemble(jobs: 1)
    let kept = Mutex<StateTape?>(nil)
    // Without pauses, it ends with the replicate that it is at.
    let first = experiment.ensemble(
      jobs: 1, continuing: nil, keep: { tape in kept.withLock { $0 = tape } },
      observe: { $0.finished == 2 ? .pause : .proceed })
    #expect(first.replicates.count == 3)
    #expect(first.interruption?.cause == .cancelled)
    #expect(first.interruption?.reason.contains("3 of 6 replicates") == true)
    let tape = try #require(kept.withLock { $0 })
    let rest = experiment.ensemble(
      jobs: 1, continuing: tape, keep: { _ in }, observe: { _ in .proceed })
    #expect(rest.interruption == nil)
    #expect(try bits(rest) == bits(whole))
  }

  @Test func `holds what was reached where it is stopped`() throws {
    let experiment = experiment(0)
    let heard = Mutex(0)
    let ensemble = experiment.ensemble(
      jobs: 1, pausingAfter: 30, keep: { _ in },
      observe: { _ in
        heard.withLock {
          $0 += 1
          return $0 >= 40 ? .pause : .proceed
        }
      })
    #expect(ensemble.interruption?.cause == .cancelled)
    #expect(ensemble.replicates.count < 6 && !ensemble.replicates.isEmpty)
    #expect(ensemble.sizes.numbers.count == ensemble.times.count)
  }

  @Test func `says so where what was kept is of another run`() {
    let rest = experiment(0).ensemble(
      jobs: 1, continuing: StateTape(reading: [1, 2, 3]), pausingAfter: nil, keep: { _ in },
      observe: { _ in .proceed })
    #expect(rest.interruption?.cause == .failed)
    #expect(rest.replicates.isEmpty)
  }
}

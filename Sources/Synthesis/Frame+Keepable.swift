public import Checkpoints

extension Frame: KeepableValue {
  /// Made anew, from the neighbours: `focusing`.
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&time)
    try tape.pass(&temperature)
    try tape.pass(&volume)
    try tape.pass(&species)
    try tape.pass(&solute)
    try tape.pass(&supersaturation)
    try tape.pass(&number)
    try tape.pass(&radiusMean)
    try tape.pass(&radiusSD)
    try tape.pass(&yield)
    try tape.pass(&nucleationRate)
    try tape.pass(&supplyRate)
    try tape.pass(&uptakeRate)
    try tape.pass(&crystalUptakeRate)
    try tape.pass(&growthRate)
    try tape.pass(&conversion)
    try tape.pass(&criticalRadius)
    try tape.pass(&subcritical)
    try tape.pass(&inCrystals)
    try tape.pass(&unitsSquared)
    try tape.pass(&area)
    try tape.pass(&coverages)
    try tape.pass(&dopants)
    try tape.pass(&lost)
    try tape.pass(&matterDefect)
  }
}

extension DopantMoments: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&mean)
    try tape.pass(&variance)
    try tape.pass(&onSurface)
    try tape.pass(&without)
    try tape.pass(&carried)
    try tape.pass(&defect)
  }
}

extension Glance: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&time)
    try tape.pass(&volume)
    try tape.pass(&conversion)
    try tape.pass(&supersaturation)
    try tape.pass(&number)
    try tape.pass(&radiusMean)
    try tape.pass(&radiusSD)
    try tape.pass(&nucleationRate)
    try tape.pass(&supplyRate)
    try tape.pass(&crystalUptakeRate)
  }
}

extension RunStatistics: KeepableValue {
  /// Made anew, from what was recorded: `matterDefect`, `dopantDefect`; by the clock: `wallTime`.
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&steps)
    try tape.pass(&rightHandSides)
    try tape.pass(&nonlinearIterations)
    try tape.pass(&jacobians)
    try tape.pass(&errorTestFailures)
    try tape.pass(&convergenceFailures)
    try tape.pass(&largestCluster)
    try tape.pass(&largestNegative)
    try tape.pass(&shareNearTop)
    try tape.pass(&resumed)
  }
}

/// The flask at one time, as far as milestones need it: less than a frame, and so had at every step.
///
/// Every quantity is that of a frame.
public struct Glance: Sendable {
  public var time = 0.0
  public var volume = 0.0
  public var conversion = 0.0
  public var supersaturation: Double?
  public var number = 0.0
  public var radiusMean: Double?
  public var radiusSD: Double?
  public var nucleationRate = 0.0
  public var supplyRate = 0.0
  public var crystalUptakeRate = 0.0

  public init() {}

  /// Standard deviation of the radius over its mean.
  var dispersion: Double? {
    guard let radiusMean, let radiusSD else { return nil }
    return radiusSD / radiusMean
  }
}

extension Glance {
  /// The same of a frame.
  public init(_ frame: Frame) {
    time = frame.time
    volume = frame.volume
    conversion = frame.conversion
    supersaturation = frame.supersaturation
    number = frame.number
    radiusMean = frame.radiusMean
    radiusSD = frame.radiusSD
    nucleationRate = frame.nucleationRate
    supplyRate = frame.supplyRate
    crystalUptakeRate = frame.crystalUptakeRate
  }
}

extension Frame {
  /// A frame of which nothing but this is known.
  public init(_ glance: Glance) {
    time = glance.time
    volume = glance.volume
    conversion = glance.conversion
    supersaturation = glance.supersaturation
    number = glance.number
    radiusMean = glance.radiusMean
    radiusSD = glance.radiusSD
    nucleationRate = glance.nucleationRate
    supplyRate = glance.supplyRate
    crystalUptakeRate = glance.crystalUptakeRate
  }
}

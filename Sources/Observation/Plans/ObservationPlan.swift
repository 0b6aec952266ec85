/// What is to be observed of a run beside its state.
public struct ObservationPlan: Sendable {
  public var scattering: ScatteringPlan?
  public var optics: OpticsPlan?
  public var microscopy: Micrograph?

  public init(
    scattering: ScatteringPlan? = nil, optics: OpticsPlan? = nil, microscopy: Micrograph? = nil
  ) {
    self.scattering = scattering
    self.optics = optics
    self.microscopy = microscopy
  }
}

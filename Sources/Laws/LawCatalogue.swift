public import Kinetics

/// Every law that qdsynth knows: one line each, and what is here is tested, described, swept.
public enum LawCatalogue {
  public static let attachment: [LawDescription<any AttachmentLaw>] = [
    LawDescription(PowerAttachment.self) { $0 },
    LawDescription(DiffusionLimited.self) { $0 },
    LawDescription(SurfaceLimited.self) { $0 },
    LawDescription(SizeDecreasing.self) { $0 },
    LawDescription(FacetNucleation.self) { $0 },
    LawDescription(LigandGated.self, wrapping: \LigandGated.base) { $0 },
    LawDescription(SurfaceAtoms.self) { $0 },
    LawDescription(MixedControl.self) { $0 },
  ]

  public static let energy: [LawDescription<any ParticleEnergy>] = [
    LawDescription(SurfaceEnergy.self) { $0 },
    LawDescription(ChargedSphere.self) { $0 },
    LawDescription(LigandCurvature.self) { $0 },
    LawDescription(LigandAdsorption.self) { $0 },
    LawDescription(MagicSize.self) { $0 },
    LawDescription(FisherDroplet.self) { $0 },
    LawDescription(MonomerShift.self) { $0 },
  ]

  public static let nucleation: [LawDescription<any NucleationLaw>] = [
    LawDescription(TermolecularNucleation.self) { $0 },
    LawDescription(PowerLawNucleation.self) { $0 },
    LawDescription(ExponentialNucleation.self) { $0 },
    LawDescription(ClassicalNucleation.self) { $0 },
  ]

  public static let coalescence: [LawDescription<any CoalescenceLaw>] = [
    LawDescription(ConstantCoalescence.self) { $0 },
    LawDescription(SumCoalescence.self) { $0 },
    LawDescription(ProductCoalescence.self) { $0 },
    LawDescription(SurfaceAtomCoalescence.self) { $0 },
    LawDescription(OrientedAttachment.self) { $0 },
    LawDescription(LigandBarrierCoalescence.self) { $0 },
    LawDescription(BrownianCoalescence.self) { $0 },
  ]

  public static let uptake: [LawDescription<any UptakeLaw>] = [
    LawDescription(PartialExchange.self) { $0 },
    LawDescription(SurfaceCapture.self) { $0 },
  ]
}

/// The kernel of a scattering experiment with its resolution and structure factor: made once for form,
/// contrast, wavenumbers and bins, then evaluated for any numbers.
public struct ScatteringInstrument: Sendable {
  private let kernel: ScatteringKernel
  private let resolution: Resolution
  private let crowding: Crowding?

  init(_ plan: ScatteringPlan, _ bins: SizeBins) {
    let (width, share) = plan.resolution
    let widest = width + share * (plan.q.max() ?? 0)
    resolution = Resolution(
      q: plan.q, width: width, share: share,
      nodesOfEach: Resolution.nodes(for: bins.largest + plan.form.overhang, width: widest))
    crowding = plan.crowding
    let sharp = ScatteringKernel(
      plan.form, q: resolution.nodes, bins: bins, keepsAmplitudes: crowding?.mixing == .decoupling)
    // Without a structure factor smearing is part of the kernel.
    kernel = crowding == nil ? sharp.smeared(by: resolution) : sharp
  }

  /// The kernel, where intensities are linear in numbers: without a structure factor.
  public var linear: ScatteringKernel? { crowding == nil ? kernel : nil }

  /// Intensities (1/m) of numbers (1/m³), frame by frame.
  public func intensities(of rows: [[Double]]) -> [[Double]] {
    guard let crowding else {
      var all: [Double] = []
      kernel.intensity(of: rows.flatMap(\.self), frames: rows.count, into: &all)
      let width = kernel.q.count
      return rows.indices.map { Array(all[($0 * width)..<(($0 + 1) * width)]) }
    }
    return rows.map { row in
      var shown: [Double] = []
      resolution.smear(crowding.intensity(of: row, by: kernel), count: 1, into: &shown)
      return shown
    }
  }
}

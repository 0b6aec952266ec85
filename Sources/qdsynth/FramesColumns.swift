import FrameFits

/// A number of every frame, as tables show it.
struct FramesColumn {
  let name: String
  let unit: String
  /// At the head of the table on a terminal, which has only some of the columns.
  var label = ""
  let value: (FrameFit) -> Double?
  /// Shown behind the value.
  var error: ((FrameFit) -> Double?)?

  var isShown: Bool { !label.isEmpty }
}

/// All columns, in their units.
struct FramesColumns {
  /// What volumes of histograms are multiplied by.
  let histogramFactor: Double
  private let unit: String
  private let intensity: Double
  private let hasContrast: Bool
  private let reference: SpheresFit?
  private let histogramReference: HistogramFit?

  init(_ fit: SeriesFit, isAbsolute: Bool, hasContrast: Bool) {
    unit = isAbsolute ? "1/cm" : "arbitrary"
    intensity = isAbsolute ? 0.01 : 1
    self.hasContrast = hasContrast
    reference = fit.frames.last { $0.spheres?.hasParticles == true }?.spheres
    histogramReference =
      fit.frames.last { ($0.histogram?.volume.value ?? 0) > 0 }?.histogram
    histogramFactor = hasContrast ? 1 : 1 / (histogramReference?.volume.value ?? 1)
  }

  var shared: [FramesColumn] {
    [
      FramesColumn(name: "time", unit: "s", label: "time") { $0.time },
      FramesColumn(name: "temperature", unit: "K", label: "temperature") { $0.temperature },
      FramesColumn(name: "points", unit: "1") { Double($0.points) },
    ]
  }

  var spheres: [FramesColumn] {
    let numbers = amounts(
      "number", "1/m^3", reference?.number?.value, { $0.spheres?.number }, shown: true)
    let volumes = amounts(
      "volume", "1", reference?.volume?.value, { $0.spheres?.volume }, shown: true)
    return pair("radius_mean", "nm", 1e9, "radius") { $0.spheres?.radius }
      + pair("dispersion", "1", 1, "dispersion") { $0.spheres?.dispersion }
      + numbers + volumes
      + pair("scale", "\(unit)/nm^3", 1e-27 * intensity) { $0.spheres?.scale }
      + pair("cluster", unit, intensity) { $0.spheres?.cluster }
      + pair("cluster_radius", "nm", 1e9) { $0.spheres?.clusterRadius }
      + pair("background", unit, intensity) { $0.spheres?.background }
      + [
        FramesColumn(name: "reduced_chi_square", unit: "1", label: "chi2/dof") {
          $0.spheres?.reducedChiSquare
        },
        FramesColumn(name: "evidence", unit: "1", label: "evidence") { $0.spheres?.evidence },
      ]
  }

  var histogram: [FramesColumn] {
    pair("histogram_radius_by_volume", "nm", 1e9, "histogram radius") { $0.histogram?.radius }
      + pair("histogram_dispersion_by_volume", "1", 1, "dispersion") { $0.histogram?.dispersion }
      + amounts(
        "histogram_number", "1/m^3", histogramReference?.number.value, { $0.histogram?.number })
      + amounts(
        "histogram_volume", "1", histogramReference?.volume.value, { $0.histogram?.volume },
        shown: true)
      + [
        FramesColumn(name: "histogram_background", unit: unit) {
          $0.histogram.map { $0.background * intensity }
        },
        FramesColumn(name: "histogram_chi_square_per_point", unit: "1", label: "chi2/point") {
          frame in frame.histogram.map { $0.chiSquare / Double(frame.points) }
        },
        FramesColumn(name: "histogram_regularisation", unit: "1") { $0.histogram?.strength },
      ]
  }

  /// Absolute where the contrast is known, else relative to the last frame with particles.
  private func amounts(
    _ name: String, _ unit: String, _ reference: Double?,
    _ estimate: @escaping (FrameFit) -> Estimate?, shown: Bool = false
  ) -> [FramesColumn] {
    guard !hasContrast else {
      let full = name.hasSuffix("volume") ? name + "_fraction" : name
      return pair(full, unit, 1, shown ? full : "", of: estimate)
    }
    let factor = reference.map { $0 > 0 ? 1 / $0 : 1 } ?? 1
    return pair(
      name + "_relative", "1", factor, shown ? name + "/last" : "", of: estimate)
  }

  private func pair(
    _ name: String, _ unit: String, _ factor: Double, _ label: String = "",
    of estimate: @escaping (FrameFit) -> Estimate?
  ) -> [FramesColumn] {
    let error = { (frame: FrameFit) in estimate(frame)?.times(factor).error }
    return [
      FramesColumn(
        name: name, unit: unit, label: label, value: { estimate($0)?.times(factor).value },
        error: error),
      FramesColumn(name: name + "_error", unit: unit, value: error),
    ]
  }
}

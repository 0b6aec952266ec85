import Kinetics
import Materials
public import Observation
public import Synthesis

extension ObservationPlan {
  /// What the instruments show of a run, as files hold it, and where they show nothing, in words.
  public func observe(
    _ trajectory: Trajectory, of experiment: Experiment
  ) -> (series: [ObservedSeries], gaps: [String]) {
    guard !trajectory.sizes.numbers.isEmpty else { return ([], []) }
    let floor = experiment.ladder.radius(ofUnits: Double(experiment.crystalFloor) - 0.5)
    var series: [ObservedSeries] = []
    var gaps: [String] = []
    if let scattering {
      series.append(
        ObservedSeries(scattering.series(of: trajectory, seed: experiment.seed)))
    }
    if let optics {
      let observed = optics.series(of: trajectory, floor: floor)
      series.append(ObservedSeries(observed))
      if let gap = optics.gap(in: observed) { gaps.append(gap) }
    }
    if let microscopy {
      series.append(
        ObservedSeries(
          microscopy.series(of: trajectory, floor: floor, seed: experiment.seed)))
    }
    return (series, gaps)
  }
}

extension OpticsPlan {
  fileprivate func gap(in series: OpticalSeries) -> String? {
    guard series.beyond > 0 else { return nil }
    let range = model.curve.range
    let bounds = [range.lowerBound, range.upperBound].map { ($0 * 1e10).rounded() / 10 }
    let treatment =
      switch model.beyond {
      case .refuse: "they have no spectrum; optics.beyond = \"warn\" takes the curve's tangent"
      case .warn: "their spectra follow the curve's tangent"
      }
    return
      "warning: \(series.beyond) of \(series.times.count) outputs have more than 0.1 % of their "
      + "crystals' volume beyond the sizing curve \(model.curve.name), \(bounds[0]) to "
      + "\(bounds[1]) nm: \(treatment)"
  }
}

extension ObservedSeries {
  init(_ series: ScatteringSeries) {
    // 1/m in 1/cm.
    func column(_ name: String, _ longName: String, _ rows: [[Double]]) -> TimePlane.Column {
      TimePlane.Column(
        name: name, unit: "1/cm", longName: longName, rows: rows.map { $0.map { $0 / 100 } })
    }
    var columns = [
      column("I", "scattered intensity, absolute cross-section per volume", series.intensities)
    ]
    if !series.measured.isEmpty {
      columns += [
        column("I_measured", "the same with counting noise", series.measured),
        column("Idev", "standard deviation of the measured intensity", series.deviations),
      ]
    }
    self.init(
      kind: .saxs,
      plane: TimePlane(
        times: series.times,
        axis: TimePlane.Axis(
          name: "q", unit: "1/nm", longName: "wavenumber, 4 pi sin(theta)/lambda",
          values: series.q.map { $0 * 1e-9 }), columns: columns))
  }

  init(_ series: OpticalSeries) {
    let electronvolt = 1.602_176_634e-19
    func plane(
      _ name: String, _ longName: String, _ value: (OpticalSeries.Frame) -> [Double]?
    ) -> TimePlane.Column {
      let none = [Double?](repeating: nil, count: series.wavelengths.count)
      return TimePlane.Column(
        name: name, unit: "1", longName: longName,
        rows: series.frames.map { value($0)?.map { $0 } ?? none })
    }
    func column(
      _ name: String, _ unit: String, _ longName: String, _ value: (OpticalSeries.Frame) -> Double?
    ) -> TimeTable.Column {
      TimeTable.Column(
        name: name, unit: unit, longName: longName, values: series.frames.map(value))
    }
    self.init(
      kind: .optics,
      plane: TimePlane(
        times: series.times,
        axis: TimePlane.Axis(
          name: "wavelength", unit: "nm", longName: "wavelength in vacuum",
          values: series.wavelengths.map { $0 * 1e9 }),
        columns: [
          plane("absorbance", "decadic absorbance", \.absorbance),
          plane(
            "photoluminescence", "photons per energy over the largest", \.photoluminescence),
        ]),
      table: TimeTable(
        times: series.times,
        columns: [
          column("peak", "eV", "mean energy of the first exciton over the number of crystals") {
            $0.firstExciton.map { $0 / electronvolt }
          },
          column("linewidth", "eV", "full width at half maximum of the first exciton") {
            $0.width.map { $0 / electronvolt }
          },
          column("linewidth_inhomogeneous", "eV", "the part of it from the spread of sizes") {
            $0.inhomogeneousWidth.map { $0 / electronvolt }
          },
          column("photoluminescence_peak", "eV", "where photoluminescence is strongest") {
            $0.emissionPeak.map { $0 / electronvolt }
          },
          column(
            "share_beyond_curve", "1", "share of the crystals' volume beyond the sizing curve",
            \.shareBeyond),
        ]))
  }

  init(_ series: MicrographSeries) {
    let moments = series.moments
    func column(
      _ name: String, _ unit: String, _ longName: String, _ values: [Double?]
    ) -> TimeTable.Column {
      TimeTable.Column(name: name, unit: unit, longName: longName, values: values)
    }
    self.init(
      kind: .tem,
      plane: TimePlane(
        times: series.times,
        axis: TimePlane.Axis(
          name: "diameter", unit: "nm", longName: "diameter at the middle of the class",
          values: series.classes.map { $0 * 1e9 }),
        columns: [
          TimePlane.Column(
            name: "count", unit: "1", longName: "crystals measured in the class",
            rows: series.counts.map { $0.map { $0 } })
        ]),
      table: TimeTable(
        times: series.times,
        columns: [
          column(
            "measured", "1", "N: crystals measured", series.diameters.map { Double($0.count) }),
          column(
            "diameter_mean", "nm", "mean of the measured diameters",
            moments.map { $0.map { $0.mean * 1e9 } }),
          column(
            "diameter_sd", "nm", "standard deviation of the measured diameters, with n - 1",
            moments.map { $0.map { $0.sd * 1e9 } }),
        ]))
  }
}

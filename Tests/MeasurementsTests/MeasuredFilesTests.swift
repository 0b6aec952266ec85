import Foundation
import Testing

@testable import Measurements

/// Measured files lie beside the repository, where there are any; they are never part of it.
private let measured: URL = {
  let given = ProcessInfo.processInfo.environment["QDSYNTH_MEASURED_DATA"]
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  return given.map { URL(fileURLWithPath: $0) } ?? root.appendingPathComponent("../shared/data")
}()

private let isThere = FileManager.default.fileExists(atPath: measured.path)

@Suite(.enabled(if: isThere, "needs measured files in ../shared/data or $QDSYNTH_MEASURED_DATA"))
struct `Measured files` {
  private func path(_ name: String) -> String { measured.appendingPathComponent(name).path }

  private func read(_ names: [String], _ change: (inout ImportOptions) -> Void) throws
    -> SeriesImport
  {
    var options = ImportOptions()
    options.times = .steps(start: 0, step: nil)
    change(&options)
    return try SeriesImport(reading: names.map(path), options: options)
  }

  @Test func `of palladium in situ make a series of 87 frames`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: path("pd_ssrl/RxnC"))
    let read = try read(names.sorted().map { "pd_ssrl/RxnC/\($0)" }) { options in
      options.times = .table(path: path("pd_ssrl/RxnC_frames.csv"))
      options.least = 3e8
    }
    let series = try #require(read.series)
    #expect(series.frames.count == 87 && series.sharedQ?.count == 432)
    #expect(series.intensityUnit == .arbitrary && !series.hasDeviations)
    #expect(series.times.first == 0 && series.times.last == 6274)
    #expect(series.frames[0].temperature == 305.15)
    #expect(series.maskCounts.reduce(0) { $0 + $1.points.count } == 609)
    #expect(read.notes == [])
  }

  @Test(arguments: [
    ("sasview_examples/PolySpheres.txt", 128), ("sasview_examples/sphere_80.txt", 99),
    ("sasview_examples/sphere_60_q0_2.txt", 99), ("sasview_examples/100nmSpheresNodQ.txt", 150),
  ])
  func `of spheres are read, headers and all`(name: String, count: Int) throws {
    let read = try read([name]) { ($0.qUnit, $0.intensityUnit) = ("1/A", "1/cm") }
    #expect(abs((read.series?.frames[0].q.count ?? 0) - count) <= 1)
  }

  @Test(arguments: [
    ("nxcansas/1998spheres.h5", 2), ("nxcansas/example_01_1D_I_Q.h5", 1),
    ("nxcansas/example_09_1D_time.h5", 5), ("nxcansas/example_10_1D_time_Q.h5", 5),
    ("nxcansas/example_11_1D_time_Q_and_uncertainties.h5", 5),
    ("sasview_examples/33837rear_1D_1.75_16.5_NXcanSAS_v3.h5", 1),
    ("sasview_examples/FK403_0006_Nika.hdf", 1),
  ])
  func `in NXcanSAS of all kinds are read`(name: String, frames: Int) throws {
    let read = try read([name]) { options in
      options.times = name.contains("_time") ? .files : .steps(start: 0, step: 1)
    }
    let series = try #require(read.series)
    #expect(series.frames.count == frames)
    #expect(series.frames.allSatisfy { $0.keptCount > 0 })
  }

  @Test(arguments: [(1, 14, 251), (2, 16, 251), (3, 18, 451), (4, 18, 251), (5, 18, 301)])
  func `of absorption are spectra in time`(run: Int, times: Int, wavelengths: Int) throws {
    let read = try read(["cdse_imperial/Run_\(run)_UV-Vis.csv"]) { _ in }
    guard case .absorbance(let spectra) = read.content else {
      Issue.record("not taken for spectra")
      return
    }
    #expect(spectra.spectra.count == times)
    #expect(spectra.sharedWavelengths?.count == wavelengths)
    #expect(spectra.spectra.allSatisfy { $0.masks.allSatisfy { $0 == .kept } })
  }
}

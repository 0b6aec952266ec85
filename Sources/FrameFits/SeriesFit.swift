import Inference
public import Measurements
import Synchronization

/// Every frame of a series, fitted by itself.
public struct SeriesFit: Sendable, Hashable, Codable {
  /// In the order of time.
  public let frames: [FrameFit]

  /// Frames are shared among threads; what comes out does not depend on how many.
  ///
  /// - Parameter progress: is told how many frames are done, of how many.
  public init(
    _ series: MeasuredSeries, options: FrameFitOptions,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(FrameFitsError) {
    try options.check()
    guard !series.frames.isEmpty else { throw .noFrames }
    if options.contrast != nil, series.intensityUnit != .absolute { throw .contrastWithoutScale }
    if options.errors == .measured,
      let bare = series.frames.first(where: { $0.deviation == nil })
    {
      throw .noDeviations(frame: bare.name)
    }
    let steps = Steps(2 * series.frames.count, report: progress)
    let found = concurrentMap(series.frames.count, jobs: options.jobs) { index in
      defer { steps.advance() }
      return Self.find(series.frames[index], options)
    }
    frames = concurrentMap(series.frames.count, jobs: options.jobs) { index in
      defer { steps.advance() }
      return Self.fit(series.frames[index], found, index, options)
    }
    if frames.allSatisfy({ $0.failure != nil }), let first = frames.first {
      throw .noUsableFrame(reason: "\(first.name): \(first.failure ?? "")")
    }
  }

  /// What a frame gives by itself, or why it gives nothing.
  private enum First: Sendable {
    case found(FoundCurve)
    case failed(String)

    var curve: FoundCurve? {
      if case .found(let curve) = self { curve } else { nil }
    }
  }

  private static func find(_ frame: MeasuredFrame, _ options: FrameFitOptions) -> First {
    let curve: FrameCurve
    do throws(FrameCurve.Unusable) {
      curve = try FrameCurve(frame, errors: options.errors)
    } catch { return .failed(error.reason) }
    do throws(InferenceError) {
      return .found(try FoundCurve(curve, options: options))
    } catch { return .failed(error.description) }
  }

  private static func fit(
    _ frame: MeasuredFrame, _ found: [First], _ index: Int, _ options: FrameFitOptions
  ) -> FrameFit {
    switch found[index] {
    case .failed(let reason): return FrameFit(frame, failure: reason)
    case .found(let alone):
      let neighbours = [index - 1, index + 1].filter(found.indices.contains)
        .compactMap { found[$0].curve }
      do throws(InferenceError) {
        let curve = try alone.improved(from: neighbours, options: options)
        return try FrameFit(frame, curve, options: options)
      } catch {
        return FrameFit(frame, failure: error.description)
      }
    }
  }
}

extension FrameFit {
  init(_ frame: MeasuredFrame, failure: String) {
    self.init(
      name: frame.name, time: frame.time, temperature: frame.temperature, points: frame.keptCount,
      failure: failure, spheres: nil, histogram: nil)
  }

  init(
    _ frame: MeasuredFrame, _ found: FoundCurve, options: FrameFitOptions
  ) throws(InferenceError) {
    let spheres = try SpheresFit(found, options: options)
    let gyration = options.cluster == .none ? nil : spheres.clusterRadius?.value
    let histogram =
      options.method == .schulz
      ? nil : try HistogramFit(found.model.curve, clusterRadius: gyration, options: options)
    self.init(
      name: frame.name, time: frame.time, temperature: frame.temperature, points: frame.keptCount,
      failure: nil, spheres: options.method == .histogram ? nil : spheres, histogram: histogram)
  }
}

/// Counts what is done, whoever did it.
private final class Steps: Sendable {
  private let done = Mutex(0)
  private let count: Int
  private let report: @Sendable (Int, Int) -> Void

  init(_ count: Int, report: @escaping @Sendable (Int, Int) -> Void) {
    self.count = count
    self.report = report
  }

  func advance() {
    let now = done.withLock { done in
      done += 1
      return done
    }
    report(now, count)
  }
}

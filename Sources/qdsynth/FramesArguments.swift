public import ArgumentParser
public import FrameFits
public import Inference
import Units

extension FrameFitOptions.Method: ExpressibleByArgument {}
extension FrameFitOptions.Background: ExpressibleByArgument {}
extension ParameterCovariance.ErrorScale: ExpressibleByArgument, CaseIterable {
  public static let allCases: [Self] = [.asGiven, .reducedChiSquare]
}

/// What a person says about the curves that frames are fitted with.
struct FramesArguments: ParsableArguments {
  @Option(help: "What is fitted: schulz, histogram or both.")
  var method = FrameFitOptions.Method.schulz

  @Option(help: "Beside the particles: none or constant.")
  var background = FrameFitOptions.Background.constant

  @Option(
    help: ArgumentHelp(
      "A precursor after Guinier: none, fitted, or its radius of gyration as in \"0.4 nm\".",
      valueName: "radius"))
  var cluster = "none"

  @Option(
    help: ArgumentHelp(
      "The share of an intensity that its error is, where data have none, as in 0.03.",
      valueName: "share"))
  var relativeError: Double?

  @Option(
    help: ArgumentHelp(
      "An error in the unit of the intensity, added in squares (1/cm on an absolute scale).",
      valueName: "intensity"))
  var absoluteError: Double?

  @Option(
    help: ArgumentHelp(
      "Standard errors from errors as-given, or scaled by reduced-chi-square.",
      valueName: "scale"))
  var errorScale = ParameterCovariance.ErrorScale.asGiven

  @Option(
    help: ArgumentHelp(
      "The contrast, as in \"35e-6 1/angstrom^2\": numbers and volume fractions become absolute.",
      valueName: "density"))
  var contrast: String?

  @Option(
    help: ArgumentHelp(
      "The least mean radius (default: 1/q of the largest q).", valueName: "radius"))
  var leastRadius: String?

  @Option(
    help: ArgumentHelp(
      "The greatest mean radius (default: pi/q of the least q).", valueName: "radius"))
  var greatestRadius: String?

  @Option(help: "Bins of the histogram.")
  var bins = 60

  func validate() throws {
    guard (3...500).contains(bins) else {
      throw ValidationError("--bins must be between 3 and 500")
    }
  }

  func options(isAbsolute: Bool) throws(Fault) -> FrameFitOptions {
    var options = FrameFitOptions()
    (options.method, options.background, options.bins) = (method, background, bins)
    options.errorScale = errorScale
    if relativeError != nil || absoluteError != nil {
      options.errors = .assumed(
        relative: relativeError ?? 0, absolute: (absoluteError ?? 0) * (isAbsolute ? 100 : 1))
    }
    switch cluster {
    case "none": options.cluster = .none
    case "fitted": options.cluster = .fitted
    default: options.cluster = .fixed(try value(cluster, .length, "--cluster") ?? 0)
    }
    options.contrast = try value(contrast, .scatteringLengthDensity, "--contrast")
    options.leastRadius = try value(leastRadius, .length, "--least-radius")
    options.greatestRadius = try value(greatestRadius, .length, "--greatest-radius")
    return options
  }

  private func value(
    _ text: String?, _ dimension: Dimension, _ option: String
  ) throws(Fault) -> Double? {
    guard let text else { return nil }
    do throws(UnitsError) {
      return try dimension.parse(text)
    } catch {
      let hint = error.hint.map { "; \($0)" } ?? ""
      throw Fault(.usage, "error: \(option): \(error)\(hint)")
    }
  }
}

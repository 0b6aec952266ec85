/// What makes a fit of frames impossible before it starts.
public enum FrameFitsError: Error, Sendable, Hashable, CustomStringConvertible {
  case noDeviations(frame: String)
  case badErrorModel(relative: Double, absolute: Double)
  case badRadii(least: Double, greatest: Double)
  case badCluster(radius: Double, largest: Double)
  case contrastWithoutScale
  case badContrast(Double)
  case noFrames
  case noUsableFrame(reason: String)

  public var description: String {
    switch self {
    case .noDeviations(let frame):
      "\(frame): the intensities have no errors; --relative-error 0.03 with --absolute-error 0.3 takes "
        + "them as 3 % of the intensity and 0.3 of its unit, added in squares"
    case .badErrorModel(let relative, let absolute):
      "errors of \(relative) relative and \(absolute) absolute: both must be zero or positive, and one "
        + "of them positive"
    case .badRadii(let least, let greatest):
      "radii from \(least * 1e9) nm to \(greatest * 1e9) nm: the least must be positive and below the "
        + "greatest"
    case .badCluster(let radius, let largest):
      "a radius of gyration of \(radius * 1e9) nm: that of a precursor is positive and at most "
        + "\(largest * 1e9) nm"
    case .contrastWithoutScale:
      "a contrast gives numbers and volumes of intensities in 1/cm, and these are in arbitrary units; "
        + "leave --contrast out, or say --intensity-unit 1/cm if they are absolute"
    case .badContrast(let contrast): "a contrast of \(contrast) 1/m^2: it must not be zero"
    case .noFrames: "there are no frames to fit"
    case .noUsableFrame(let reason): "no frame can be fitted; the first: \(reason)"
    }
  }
}

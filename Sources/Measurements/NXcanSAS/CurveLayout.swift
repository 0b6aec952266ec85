/// How frames and points lie in a signal of one or two dimensions.
struct CurveLayout {
  let isSeries: Bool
  let frames: Int
  let points: Int
  /// Whether q runs along the first dimension, and frames along the second.
  let isTransposed: Bool
  /// The name of the axis along which frames lie, if it has one.
  let otherAxis: String?

  init(signal: FileDataset, q: FileDataset, axes: [String], file: String) throws(DataFault) {
    let shape = signal.shape
    guard (1...2).contains(shape.count) else {
      throw DataFault(
        file: file, place: signal.path, message: "has the shape \(shape), which is no curve",
        hint: "curves are I(q), or I(t, q); integrate images first")
    }
    isSeries = shape.count == 2
    guard isSeries else {
      (frames, points, isTransposed, otherAxis) = (1, shape[0], false, nil)
      try Self.check(q, fits: q.shape == shape, signal, file)
      return
    }
    let named = axes.firstIndex(of: q.name)
    let isFirst =
      q.shape.count == 1 && (shape[0] != shape[1] ? q.shape[0] == shape[0] : named == 0)
      || q.shape.count == 2 && named == 0 && axes.count == 2
    isTransposed = isFirst
    frames = isFirst ? shape[1] : shape[0]
    points = isFirst ? shape[0] : shape[1]
    otherAxis = axes.count == 2 ? axes.first { $0 != q.name && $0 != "." } : nil
    try Self.check(q, fits: q.shape == shape || q.shape == [points], signal, file)
    guard !axes.contains("Qx"), !axes.contains("Qy") else {
      throw DataFault(
        file: file, place: signal.path, message: "is an image over Qx and Qy",
        hint: "integrate it to a curve first")
    }
  }

  private static func check(
    _ q: FileDataset, fits: Bool, _ signal: FileDataset, _ file: String
  ) throws(DataFault) {
    guard !fits else { return }
    throw DataFault(
      file: file, place: q.path,
      message: "has the shape \(q.shape), which does not go with that of \(signal.name), "
        + "\(signal.shape)",
      hint: "q has one value a point, the same for all frames or for each")
  }

  /// The values of one frame.
  func row<Value>(_ frame: Int, of values: [Value], shape: [Int]) -> [Value] {
    guard shape.count == 2 else { return values }
    return isTransposed
      ? (0..<points).map { values[$0 * frames + frame] }
      : Array(values[(frame * points)..<((frame + 1) * points)])
  }
}

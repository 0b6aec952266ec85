/// What marks a file as a result, and the version of its layout.
enum ResultFormat {
  static let name = "qdsynth-run"
  /// Raised when a reader of the last layout would misread the new one.
  static let version: Int64 = 1
  static let creator = "qdsynth"
}

/// How a series lies in an NXcanSAS file.
public enum SeriesLayout: String, Sendable, CaseIterable {
  /// One entry with I[t, q].
  case series
  /// One entry a frame, with I[q]: the only layout that SasView reads rightly.
  case frames
  /// The series, then its frames once more.
  case both
}

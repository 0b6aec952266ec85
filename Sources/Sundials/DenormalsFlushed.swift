import CSundials

/// Arithmetic in which numbers too small for full precision are zero.
///
/// Empty sizes fade to such numbers, on which processors are slow; none is ever part of an answer.
public enum DenormalsFlushed {
  /// Runs a body so, in this thread.
  public static func run<Answer, Failure: Error>(
    _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    let before = qds_flush_denormals()
    defer { qds_restore_denormals(before) }
    return try body()
  }
}

/// A part of a run that can be kept on a tape and made again from it.
///
/// What a part is, it says in this one place. What follows from the rest of the run is made anew, and named
/// in the documentation of `pass`; every stored variable is either passed or named there, which a test of
/// the house sees to.
public protocol Keepable: ~Copyable {
  /// Passes all that this is by a tape: puts it there, or takes it from there.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError)
}

/// A part of which any number may be kept.
public protocol KeepableValue: Keepable {
  init()
}

/// A dopant that particles carry.
///
/// A particle of fewer than `smallest` units carries none: one that shrinks below gives back what it
/// holds, and what is born or grows from below starts empty.
public struct Dopant: Sendable {
  /// What it is called in results.
  public var name: String
  /// The species that it comes from and goes back to, a molecule each; it can become no solute.
  public var feed: String
  public var law: any UptakeLaw
  /// The smallest particle that carries it, units.
  public var smallest: Int

  public init(name: String, feed: String? = nil, law: any UptakeLaw, smallest: Int) {
    self.name = name
    self.feed = feed ?? name
    self.law = law
    self.smallest = smallest
  }
}

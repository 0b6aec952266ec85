/// How much of the ladder is climbed.
public enum Tier: String, Sendable, CaseIterable {
  /// What a change is checked against: seconds.
  case quick
  /// Everything: minutes.
  case full
}

import Results

/// A file that points of a campaign read, kept in its folder.
public struct CampaignInput: Sendable, Hashable {
  /// What scenario and swept values call it.
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  var digest: String { SHA256.digits(of: text) }
}

/// A kept file as the plan names it.
public struct PlannedInput: Sendable, Hashable, Codable {
  public let name: String
  /// Of its text; the first digits are the name of the file in `inputs/`.
  public let sha256: String

  init(_ input: CampaignInput) {
    name = input.name
    sha256 = input.digest
  }

  var fileName: String { String(sha256.prefix(16)) }
}

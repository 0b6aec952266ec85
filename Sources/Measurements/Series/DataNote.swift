/// Something about data that a person should know, though it stops nothing.
public struct DataNote: Equatable, Sendable, CustomStringConvertible {
  public var file: String
  public var place: String
  public var message: String

  public init(file: String, place: String = "", message: String) {
    self.file = file
    self.place = place
    self.message = message
  }

  public var description: String {
    place.isEmpty ? "\(file): \(message)" : "\(file): \(place): \(message)"
  }
}

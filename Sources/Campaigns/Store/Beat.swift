/// A sign of life in a shard: its writer is there, and this is the run that it makes.
struct Beat: Sendable, Equatable, Codable {
  var count: Int
  /// The run in the making, and for how many seconds.
  var run: Int?
  var seconds: Double
}

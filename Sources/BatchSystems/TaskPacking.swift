/// How work in small pieces becomes tasks that last about as long as is wished.
public enum TaskPacking {
  /// Pieces in their order, grouped so that no task but one of a single piece lasts longer than wished.
  ///
  /// - Parameters:
  ///   - seconds: of each piece on one core.
  ///   - target: of a task, s.
  ///   - cores: on which the pieces of a task run side by side.
  public static func group(_ seconds: [Double], target: Double, cores: Int = 1) -> [Range<Int>] {
    let most = target * Double(max(cores, 1))
    var tasks: [Range<Int>] = []
    var (start, sum) = (0, 0.0)
    for (piece, time) in seconds.enumerated() {
      if piece > start && sum + time > most {
        tasks.append(start..<piece)
        (start, sum) = (piece, 0)
      }
      sum += time
    }
    return start < seconds.count ? tasks + [start..<seconds.count] : tasks
  }
}

/// How many tasks become arrays of at most so many each.
public enum ArrayParts {
  /// Parts that follow each other, as equal as can be, so that none is a crumb.
  ///
  /// - Parameter limit: the most tasks in one array.
  public static func split(_ tasks: Range<Int>, limit: Int) -> [Range<Int>] {
    precondition(limit > 0, "an array has at least one task")
    let parts = (tasks.count + limit - 1) / limit
    return (0..<parts).map { part in
      tasks.lowerBound + tasks.count * part / parts..<tasks.lowerBound
        + tasks.count * (part + 1) / parts
    }
  }
}

import HDF5Files

extension RunResult {
  /// Writes the result file; until it is whole, nothing lies under its name.
  public func write(to path: String) throws(ResultError) {
    do throws(HDF5Error) {
      try ResultWriter(result: self).write(to: path)
    } catch {
      throw .file(error)
    }
  }

  /// Reads a result file.
  public init(reading path: String) throws(ResultError) {
    do throws(HDF5Error) {
      self = try ResultReader(path: path).result()
    } catch {
      throw ResultError(error, in: path)
    }
  }
}

import Glibc

/// Lends an array of C strings, of which HDF5 makes copies.
func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let table = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
    capacity: max(strings.count, 1))
  for (index, string) in strings.enumerated() {
    unsafe (table + index).initialize(to: strdup(string))
  }
  defer {
    for index in strings.indices { unsafe free(table[index]) }
    unsafe table.deallocate()
  }
  return unsafe body(table)
}

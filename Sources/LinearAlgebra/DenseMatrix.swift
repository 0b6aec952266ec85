import COpenBLAS

/// A dense matrix that is made once and multiplied often.
public struct DenseMatrix: Sendable, Hashable {
  public let rows: Int
  public let columns: Int
  /// Column after column.
  public let storage: [Double]

  public init(rows: Int, columns: Int, storage: [Double]) {
    precondition(storage.count == rows * columns, "a matrix has rows times columns elements")
    self.rows = rows
    self.columns = columns
    self.storage = storage
  }

  /// The products with `count` vectors that stand one after another, which come one after another too.
  ///
  /// Nothing but the result is allocated, and that only where it does not have its size yet.
  public func multiply(_ vectors: [Double], count: Int, into products: inout [Double]) {
    precondition(vectors.count == columns * count, "a vector has as many elements as columns")
    if products.count != rows * count {
      products = Array(repeating: 0, count: rows * count)
    }
    guard rows > 0, count > 0 else { return }
    guard columns > 0 else {
      return products.withSpan { for place in 0..<$0.count { $0[place] = 0 } }
    }
    var (m, n, k) = (Int32(rows), Int32(count), Int32(columns))
    var (one, zero) = (1.0, 0.0)
    var plain = CChar(UInt8(ascii: "N"))
    unsafe dgemm_(
      &plain, &plain, &m, &n, &k, &one, storage, &m, vectors, &k, &zero, &products, &m)
  }
}

extension [Double] {
  fileprivate mutating func withSpan(_ body: (inout MutableSpan<Double>) -> Void) {
    var span = mutableSpan
    body(&span)
  }
}

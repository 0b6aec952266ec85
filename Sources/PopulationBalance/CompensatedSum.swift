/// A sum of many terms that rounds as if there were few.
///
/// W. Kahan, *Commun. ACM* **8**, 40 (1965), doi:10.1145/363707.363723. Millions of sizes, summed
/// plainly, would show a defect of matter that the flask has not.
struct CompensatedSum {
  private(set) var value = 0.0
  private var excess = 0.0

  static func += (sum: inout CompensatedSum, term: Double) {
    let corrected = term - sum.excess
    let next = sum.value + corrected
    sum.excess = (next - sum.value) - corrected
    sum.value = next
  }
}

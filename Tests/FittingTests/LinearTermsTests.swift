import Testing

@testable import Fitting

@Suite("Scales and backgrounds of a fit")
struct LinearTermsTests {
  /// Two frames of four points, with a constant of their own each.
  private var stack: LinearTerms.Stack {
    var stack = LinearTerms.Stack()
    stack.model = [1, 4, 9, 16, 2, 3, 5, 7]
    stack.data = [3 + 2, 12 + 2, 27 + 2, 48 + 2, 6 - 1, 9 - 1, 15 - 1, 21 - 1]
    stack.slopes = [[1, 0, 2, 1, 0, 1, 1, 3]]
    let ones = [1.0, 1, 1, 1]
    stack.frames = [(0..<4, [ones]), (4..<8, [ones])]
    return stack
  }

  @Test("are found where the model is exact")
  func exact() {
    let terms = LinearTerms(stack, scale: nil)
    #expect(abs(terms.scale - 3) < 1e-12)
    #expect(abs(terms.own[0][0] - 2) < 1e-11 && abs(terms.own[1][0] + 1) < 1e-11)
    #expect(terms.residuals.allSatisfy { abs($0) < 1e-11 })
  }

  /// By the normal equations, solved by hand: shared background b and scale c of y = c m + b.
  @Test("are those of a straight line")
  func line() {
    var stack = LinearTerms.Stack()
    stack.model = [0, 1, 2, 3]
    stack.data = [1, 2, 4, 4]
    stack.shared = [[1, 1, 1, 1]]
    stack.frames = [(0..<4, [])]
    let terms = LinearTerms(stack, scale: nil)
    #expect(abs(terms.scale - 1.1) < 1e-12)
    #expect(abs(terms.shared[0] - 1.1) < 1e-12)
    let expected = [0.1, 0.2, -0.7, 0.4]
    #expect(zip(terms.residuals, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    let fixed = LinearTerms(stack, scale: 1)
    #expect(abs(fixed.shared[0] - 1.25) < 1e-12)
  }

  /// Residuals and derivatives have nothing left along the terms.
  @Test("are taken out of derivatives")
  func orthogonal() {
    var stack = stack
    stack.data[3] += 1
    let terms = LinearTerms(stack, scale: nil)
    for values in [terms.residuals, terms.slopes[0]] {
      #expect(abs(values[..<4].reduce(0, +)) < 1e-11 && abs(values[4...].reduce(0, +)) < 1e-11)
      #expect(abs(zip(values, stack.model).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-10)
    }
  }
}

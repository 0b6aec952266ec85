import Synthesis
import Testing

@Suite("Temperature programs")
struct TemperatureProgramTests {
  /// 300 K, 0.5 K/s to 400 K, hold 60 s, quench to 350 K, cool at 1 K/s to 320 K.
  private var program: TemperatureProgram {
    var program = TemperatureProgram(heldAt: 300)
    program.ramp(to: 400, rate: 0.5)
    program.hold(for: 60)
    program.quench(to: 350)
    program.ramp(to: 320, rate: 1)
    return program
  }

  @Test("ramps, holds, jumps and what holds after the last step")
  func values() {
    let program = program
    #expect(program.temperature(at: 0, within: 0...200) == 300)
    #expect(program.temperature(at: 50, within: 0...200) == 325)
    #expect(program.temperature(at: 200, within: 0...200) == 400)
    #expect(program.temperature(at: 230, within: 200...260) == 400)
    #expect(program.temperature(at: 270, within: 260...290) == 340)
    #expect(program.temperature(at: 1000, within: 290...1000) == 320)
    #expect(!program.isConstant)
    #expect(TemperatureProgram(heldAt: 300).isConstant)
  }

  @Test("at a jump the stretch decides on the side")
  func jump() {
    #expect(program.temperature(at: 260, within: 200...260) == 400)
    #expect(program.temperature(at: 260, within: 260...290) == 350)
  }

  @Test("breakpoints are its corners")
  func breakpoints() {
    #expect(program.breakpoints == [200, 260, 260, 290])
    #expect(TemperatureProgram(heldAt: 300).breakpoints.isEmpty)
  }
}

@Suite("Recipes")
struct RecipeTests {
  private var recipe: Recipe {
    var program = TemperatureProgram(heldAt: 300)
    program.ramp(to: 310, rate: 1)
    return Recipe(
      volume: 10e-6, program: program,
      injections: [
        Injection(time: 20, duration: 10, volume: 4e-6, contents: []),
        Injection(time: 5, volume: 1e-6, contents: []),
        Injection(time: 25, duration: 10, volume: 2e-6, contents: []),
      ])
  }

  @Test("abrupt changes in order, once each, inside the run only")
  func breakpoints() {
    #expect(recipe.breakpoints(before: 100) == [5, 10, 20, 25, 30, 35])
    #expect(recipe.breakpoints(before: 30) == [5, 10, 20, 25])
  }

  @Test("the volume grows at once and over durations")
  func volume() {
    let recipe = recipe
    func volume(_ time: Double, _ stretch: ClosedRange<Double>) -> Double {
      (recipe.volume(at: time, within: stretch) * 1e6 * 1e6).rounded() / 1e6
    }
    #expect(volume(5, 0...5) == 10)
    #expect(volume(5, 5...10) == 11)
    #expect(volume(20, 20...25) == 11)
    #expect(volume(25, 20...25) == 13)
    #expect(volume(25, 25...30) == 13)
    #expect(volume(28, 25...30) == 14.8)
    #expect(volume(35, 30...35) == 17)
    #expect(volume(99, 35...99) == 17)
  }

  @Test("what flows during a stretch")
  func flowing() {
    #expect(recipe.flowing(within: 5...20).isEmpty)
    #expect(recipe.flowing(within: 20...25).map(\.volume) == [4e-6])
    #expect(recipe.flowing(within: 25...30).map(\.volume) == [4e-6, 2e-6])
    #expect(recipe.flowing(within: 35...99).isEmpty)
  }
}

/// The colours of our pictures: muted, and told apart by colour-blind people and in grey.
public enum Palette {
  /// `#rrggbb`.
  public struct Color: Sendable, Equatable {
    public let hex: String

    public init(_ hex: String) { self.hex = hex }

    init(red: Double, green: Double, blue: Double) {
      let digits = [red, green, blue].map { part in
        let text = String(UInt8(max(0, min(255, part.rounded()))), radix: 16)
        return text.count == 1 ? "0" + text : text
      }
      self.init("#" + digits.joined())
    }
  }

  static let ink = Color("#333333")
  static let axis = Color("#666666")
  static let grid = Color("#e4e4e4")

  private static let runs = [
    "#33658a", "#c8553d", "#5b8c5a", "#86589d", "#d19c2e", "#3f9aa3", "#a1465f", "#7a7a7a",
  ].map(Color.init)

  /// The colour of the run of this number; they repeat after eight.
  public static func run(_ index: Int) -> Color { runs[index % runs.count] }

  /// The same colour on its way to white.
  static func light(_ color: Color) -> Color {
    let parts = [1, 3, 5].map { start in
      Double(Int(color.hex.dropFirst(start).prefix(2), radix: 16) ?? 0)
    }
    let mixed = parts.map { 255 - 0.42 * (255 - $0) }
    return Color(red: mixed[0], green: mixed[1], blue: mixed[2])
  }

  /// Steps of an ordered quantity, from the lightest to the darkest.
  public static func step(_ index: Int, of count: Int) -> Color { step(index, of: count, on: ramp) }

  /// The same in colours that these are not mistaken for.
  static func coolStep(_ index: Int, of count: Int) -> Color {
    step(index, of: count, on: coolRamp)
  }

  private static func step(_ index: Int, of count: Int, on ramp: [[Double]]) -> Color {
    let share = count > 1 ? Double(index) / Double(count - 1) : 0.5
    let position = share * Double(ramp.count - 1)
    let lower = min(Int(position), ramp.count - 2)
    let part = position - Double(lower)
    let mixed = zip(ramp[lower], ramp[lower + 1]).map { $0 + part * ($1 - $0) }
    return Color(red: mixed[0], green: mixed[1], blue: mixed[2])
  }

  /// From sand through brick to a deep violet.
  private static let ramp: [[Double]] = [
    [222, 172, 82], [206, 103, 72], [146, 60, 96], [62, 38, 84],
  ]

  /// From a light to a dark blue.
  private static let coolRamp: [[Double]] = [
    [150, 200, 205], [92, 158, 182], [51, 101, 138], [24, 50, 74],
  ]

  /// From what lies below to what lies above, for gnuplot.
  static let diverging = [
    "#2b3f69", "#33658a", "#94bfc6", "#f7f7f4", "#e3b28c", "#c8553d", "#7d2b2b",
  ]

  /// The ends and the middle of the colours of heat maps, for gnuplot.
  static let map = [
    "#f2f4ef", "#cfe0dc", "#94bfc6", "#5693ac", "#33658a", "#2b3f69", "#241c3d",
  ]
}

/// The version of the program, as results and `--version` give it.
enum Version {
  static let text = "0.1.0"
}

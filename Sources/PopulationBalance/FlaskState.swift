/// The flask between two stretches of time: what there is, and what came in so far.
struct FlaskState {
  var time = 0.0
  var volume: Double
  var amounts: [Double]
  /// Units that were there at the start or came in since, mol.
  var supplied: Double
}

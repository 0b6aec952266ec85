/// The flask between two stretches of time: what there is, and what came in so far.
struct FlaskState {
  var time = 0.0
  var volume: Double
  var amounts: [Double]
  /// Units that were there at the start or came in since, mol.
  var supplied: Double
  /// How all this changes with each parameter that sensitivities are asked for.
  var slopes: [FlaskSlope] = []
}

/// What a flask changes by with a parameter, per natural unit of the parameter.
struct FlaskSlope {
  var volume: Double
  var amounts: [Double]
  var supplied: Double
}

extension FlaskState {
  /// The flask at a neighbouring value of a parameter, to first order.
  func moved(by step: Double, along slope: FlaskSlope) -> FlaskState {
    var moved = FlaskState(
      time: time, volume: volume + step * slope.volume, amounts: amounts,
      supplied: supplied + step * slope.supplied)
    for slot in amounts.indices { moved.amounts[slot] += step * slope.amounts[slot] }
    return moved
  }

  /// What it changes by per step from a flask to this one; both hold the same slots.
  func slope(from lower: FlaskState, over step: Double) -> FlaskSlope {
    FlaskSlope(
      volume: (volume - lower.volume) / step,
      amounts: zip(amounts, lower.amounts).map { ($0 - $1) / step },
      supplied: (supplied - lower.supplied) / step)
  }
}

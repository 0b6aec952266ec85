import FitFiles
import Fitting
import Inference

/// The parameters of a fit as a table with the columns that PEtab names, and their errors.
///
/// Bounds are linear, whatever the scale: PEtab 1.0, L. Schmiester et al., *PLoS Comput. Biol.* **17**,
/// e1008646 (2021), doi:10.1371/journal.pcbi.1008646.
struct FitTable {
  let result: FitResult

  init(_ result: FitResult) {
    self.result = result
  }

  var text: String {
    let head =
      "parameterId,parameterName,parameterScale,lowerBound,upperBound,nominalValue,estimate,unit,"
      + "standardError,start"
    let identifiers = FitIdentifiers.of(result.parameters.map(\.name))
    let rows = result.parameters.enumerated().map { place, parameter in
      let error = result.covariance.standardError(place).map { "\($0)" } ?? ""
      let cells = [
        identifiers[place], "\"\(parameter.name)\"", parameter.scale.rawValue,
        "\(parameter.lower)", "\(parameter.upper)", "\(result.best.values[place])", "1",
        "\"\(parameter.unit)\"", error, "\(result.best.start[place])",
      ]
      return cells.joined(separator: ",")
    }
    return ([head] + rows).joined(separator: "\n") + "\n"
  }
}

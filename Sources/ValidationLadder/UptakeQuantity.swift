import Kinetics

/// One of the rates that a law of dopants gives.
enum UptakeQuantity: String, CaseIterable {
  case uptake
  case desorption
  case burial
  case exposure
  case cooperativity
  case sites

  var unit: String {
    switch self {
    case .uptake: "m^3/s"
    case .desorption, .burial, .exposure: "1/s"
    case .cooperativity, .sites: "1"
    }
  }

  func value(of rates: UptakeRates<Double>) -> Double {
    switch self {
    case .uptake: rates.uptake
    case .desorption: rates.desorption
    case .burial: rates.burial
    case .exposure: rates.exposure
    case .cooperativity: rates.cooperativity
    case .sites: rates.sites
    }
  }
}

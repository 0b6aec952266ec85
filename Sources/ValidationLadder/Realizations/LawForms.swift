import Kinetics
import Laws
import Units

/// A law of the catalogue in one of its forms, with typical constants.
struct LawForm<Made: Sendable> {
  /// "attachment/facet-nucleation, form spiral".
  let name: String
  let law: Made

  /// Each law of a role as it is by default, and with each other form of each choice.
  ///
  /// - Parameter constants: as people write them, by name, or by role, law and name where a law
  ///   needs its own.
  static func all(
    _ role: String, _ laws: [LawDescription<Made>], _ constants: [String: String]
  ) throws(CaseError) -> [LawForm] {
    var forms: [LawForm] = []
    for law in laws {
      var choices: [(name: String?, option: String)] = [(nil, "")]
      for option in law.options {
        choices += option.options.filter { $0 != option.fallback }.map { (option.name, $0) }
      }
      for choice in choices {
        var inputs = constants
        let own = "\(role)/\(law.name)."
        for (name, text) in constants where name.hasPrefix(own) {
          inputs[String(name.dropFirst(own.count))] = text
        }
        if let name = choice.name { inputs[name] = choice.option }
        let label = choice.name.map { ", \($0) \(choice.option)" } ?? ""
        forms.append(
          LawForm(name: "\(role)/\(law.name)\(label)", law: try make(law, of: laws, inputs)))
      }
    }
    return forms
  }

  private static func make(
    _ law: LawDescription<Made>, of laws: [LawDescription<Made>], _ inputs: [String: String]
  ) throws(CaseError) -> Made {
    let needed =
      law.constants.filter { $0.fallback == nil }.map(\.name) + law.lists.map(\.name)
    if let missing = needed.first(where: { inputs[$0] == nil }) {
      throw .bad("[constants] gives no \"\(missing)\", which the law \"\(law.name)\" needs")
    }
    do throws(UnitsError) {
      if let made = try Formula.make(law, of: laws, inputs) { return made }
    } catch {
      throw .bad("the constants of \"\(law.name)\": \(error.description)")
    }
    throw .bad("the law \"\(law.name)\" cannot be made of [constants]")
  }
}

import SvodkaKit
import SvodkaPipeline

/// Says once a language that rules do the work of a model that is not installed.
struct MissingModelNotes {
  private var untold: Set<String>

  init(_ plan: Plan) { untold = Set(plan.missingModels.map(\.language)) }

  mutating func note(_ outcome: Outcome) {
    guard let language = outcome.document?.language, outcome.models.isEmpty, untold.remove(language) != nil else {
      return
    }
    Diagnostics.note(
      "no language model for '\(language)' is installed, so that rules do its work: svodka models install \(language)")
  }
}

import SvodkaKit

extension Plan {
  /// The plan for a reader: what runs, in which order, what each step needs and gives.
  public var description: String {
    var lines: [String] = []
    lines.append("input: \(input.format)   width: \(run.width)   pipeline: \(digest)")
    var number = 0
    func add(_ name: String, _ facts: [(String, String)]) {
      number += 1
      lines.append("\(number). \(name)")
      for (label, fact) in facts where !fact.isEmpty { lines.append("     \(label): \(fact)") }
    }
    if let article {
      add(
        ArticleSettings.stepName,
        [("does", "drops the furniture of HTML and text pages" + (article.rows ? " and of the text of rows" : ""))])
    }
    for planned in steps {
      let requirements = planned.step.requirements
      add(
        "\(planned.step.identity.name) \(planned.step.identity.version)",
        [
          ("needs", requirements.layers.map(\.id.name).joined(separator: ", ")),
          ("gives", gives(planned)),
          ("languages", (planned.languages ?? requirements.languages)?.joined(separator: ", ") ?? "any"),
          ("when", planned.condition.description),
          ("here", planned.isListed ? "" : "because later steps need it"),
        ])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func gives(_ planned: PlannedStep) -> String {
    let layers = planned.step.provides.map { "layer " + $0.id.name }
    return layers.isEmpty ? "findings '\(planned.step.identity.name)'" : layers.joined(separator: ", ")
  }
}

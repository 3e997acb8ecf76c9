import ArgumentParser
import SvodkaKit
import SvodkaResources

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says more about an error code: what it means and what to do.",
    discussion: """
      Example:
        svodka explain P102
      """)

  @Argument(help: "The code, as it stands in brackets behind a message.")
  var code: String

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in
      let explanations = try ResourceLoader().decode(
        [String: Explanation].self, from: "Tables/errors.yaml", of: "svodka")
      let wanted = code.uppercased()
      guard let explanation = explanations[wanted] else {
        let near = nearestWord(to: wanted, among: explanations.keys.sorted()).map { ": did you mean \($0)?" } ?? ""
        throw AnalysisError(.badArgument, "there is no error code '\(code)'\(near)")
      }
      try Output(path: nil).write(
        Array("\(wanted)  \(explanation.title)\n\n\(explanation.meaning)\n\nWhat to do: \(explanation.remedy)\n".utf8))
    }
  }
}

/// What `svodka explain` says of a code.
struct Explanation: Codable {
  var title: String
  var meaning: String
  var remedy: String
}

import ArgumentParser
import Foundation
import SvodkaKit
import SvodkaResources
import SvodkaText

struct TranslitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translit",
    abstract: "Writes Russian in Latin letters, and back where the scheme allows it.",
    discussion: """
      Examples:
        svodka translit Сергей Лавров
        svodka translit --scheme iso9 --reverse Lavrov
        svodka translit --scheme bgn - < names.txt
      """)

  @Option(help: ArgumentHelp("The scheme: bgn, iso9, gost779b, icao, ala-lc or press.", valueName: "name"))
  var scheme = "bgn"

  @Option(help: ArgumentHelp("Rules of your own, in the syntax of ICU.", valueName: "file"), completion: .file())
  var rules: String?

  @Flag(help: "From Latin letters back to Russian.")
  var reverse = false

  @Argument(help: ArgumentHelp("The text; '-' or nothing reads standard input.", valueName: "text"))
  var text: [String] = []

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in
      let transliterator = try made()
      let out = try Output(path: nil)
      if !text.isEmpty, text != ["-"] {
        return try out.write(Array((try transliterator.transliterate(text.joined(separator: " ")) + "\n").utf8))
      }
      while let line = readLine(strippingNewline: false) {
        try out.write(Array(try transliterator.transliterate(line).utf8))
      }
    }
  }

  private func made() throws(AnalysisError) -> Transliterator {
    guard let rules else {
      guard let named = TransliterationScheme(rawValue: scheme) else {
        let names = TransliterationScheme.allCases.map(\.rawValue)
        let near = nearestWord(to: scheme, among: names).map { ": did you mean '\($0)'?" } ?? ""
        throw AnalysisError(
          .badArgument, "--scheme is one of \(names.joined(separator: ", ")), not '\(scheme)'\(near)")
      }
      return try Transliterator(named, reversed: reverse, resources: ResourceLoader())
    }
    guard let data = FileManager.default.contents(atPath: rules) else {
      throw AnalysisError(
        .unreadableInput, "the rules cannot be read: check path and rights", location: .init(path: rules))
    }
    return try Transliterator(rules: Array(data), file: rules, reversed: reverse)
  }
}

import ArgumentParser
import SvodkaText

/// The program: commands and wiring only.
struct Svodka: AsyncParsableCommand {
  /// The program's version, as `--version` and provenance give it.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "svodka",
    abstract:
      "Puts news from many pages together: who is named, what casualties are claimed, who stands where on the talks.",
    discussion: """
      Every answer comes with the sentence that it rests on. Russian and English.

      Example:
        svodka analyze --format text Samples/two-newsrooms
      """,
    version: "svodka \(version) (ICU \(ICUVersion.icu), Unicode \(ICUVersion.unicode))",
    subcommands: [
      AnalyzeCommand.self, CompareCommand.self, MergeCommand.self, ExtractCommand.self, TranslitCommand.self,
      CheckCommand.self, ListCommand.self, NewCommand.self, ExplainCommand.self, ModelsCommand.self,
      EvaluateCommand.self, ConvertCommand.self, NamesCommand.self, ResolveCommand.self,
    ])
}

import ArgumentParser
import SvodkaKit
import SvodkaLanguage
import SvodkaResources

struct ModelsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "Installs and checks the published language models; without them rules do the work.",
    discussion: """
      Examples:
        svodka models install ru
        svodka models install ru --from ~/Downloads
        svodka models list
      """,
    subcommands: [List.self, Install.self, Verify.self, Path.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the models that are known: installed or not, licence, source.")

    func run() async throws {
      try await Diagnostics.reporting { () throws(AnalysisError) in
        let manifest = try ModelManifest(resources: ResourceLoader())
        let store = ModelStore()
        var lines: [String] = []
        var package = ""
        for status in store.status(of: manifest) {
          if status.package.package != package {
            package = status.package.package
            lines.append("\(status.package.language)  \(package) \(status.package.version)  \(status.package.licence)")
            lines.append("    \(status.package.about)")
            lines.append("    \(status.package.source)")
          }
          lines.append("    \(status.pack): \(ModelsCommand.words(for: status.state))")
        }
        lines.append("in \(store.folder)")
        try Output(path: nil).write(Array((lines.joined(separator: "\n") + "\n").utf8))
      }
    }
  }

  struct Install: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fetches the models of a language, checks them and writes them to the data folder.")

    @Argument(help: "The languages, as codes such as ru.")
    var languages: [String]

    @Option(help: "A wheel carried by hand, or a folder with wheels, instead of the network. May be repeated.")
    var from: [String] = []

    func run() async throws {
      try await Diagnostics.reporting { () throws(AnalysisError) in
        let manifest = try ModelManifest(resources: ResourceLoader())
        let installation = ModelInstallation(store: ModelStore(), manifest: manifest) { Diagnostics.note($0) }
        for language in languages { _ = try installation.install(language, from: from) }
      }
    }
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads every installed model against its checksum; ends with an error when one does not fit.")

    func run() async throws {
      try await Diagnostics.reporting { () throws(AnalysisError) in
        let manifest = try ModelManifest(resources: ResourceLoader())
        var failure: AnalysisError?
        var lines = ""
        for status in ModelStore().status(of: manifest, thoroughly: true) {
          lines += "\(status.pack): \(ModelsCommand.words(for: status.state))\n"
          if case .refused(let error) = status.state { failure = error }
        }
        try Output(path: nil).write(Array(lines.utf8))
        if let failure { throw failure }
      }
    }
  }

  struct Path: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints the folder where models lie.")

    func run() async throws {
      try await Diagnostics.reporting { () throws(AnalysisError) in
        try Output(path: nil).write(Array((ModelStore().folder + "\n").utf8))
      }
    }
  }

  private static func words(for state: ModelStatus.State) -> String {
    switch state {
    case .installed: "installed"
    case .missing: "not installed"
    case .outdated(let version): "version \(version) is installed: install it again"
    case .refused(let error): "refused: \(error.message)"
    }
  }
}

import SvodkaKit
import SvodkaResources

/// The files with which an analyzer of the user's own begins: those of `Tables/new`, with its name put in.
struct AnalyzerTemplate {
  /// A file of the new folder.
  struct File {
    var path: String
    var bytes: [UInt8]
  }

  private static let paths = [
    "yaml": ["NAME.yaml", "pipeline.yaml"],
    "python": ["MODULE.py", "test_MODULE.py", "svodka_plugin.py", "pipeline.yaml"],
    "swift": [
      "Package.swift", "Sources/TYPE/TYPE.swift", "Sources/NAME-svodka/main.swift", "Tests/TYPETests/TYPETests.swift",
      "pipeline.yaml", "gitignore",
    ],
  ]

  private let way: String
  /// What stands for the words in capital letters.
  private let values: [(word: String, value: String)]

  /// - Throws: `C101` for what cannot be a name in a pipeline, a file and a program.
  init(way: String, name: String) throws(AnalysisError) {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
    guard isName, let first = name.utf8.first, (0x61...0x7A).contains(first) else {
      throw AnalysisError(
        .badArgument,
        "'\(name)' cannot be a name: take small Latin letters, digits and hyphens, a letter first, as in aid-words")
    }
    self.way = way
    let package = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    values = [
      ("NAME", name), ("MODULE", parts.joined(separator: "_")),
      ("TYPE", parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()), ("SVODKA", package),
    ]
  }

  /// The files; those of Svodka's own module are as they are.
  ///
  /// - Throws: `R101` when a template is missing.
  func files(from resources: some ResourceProvider) throws(AnalysisError) -> [File] {
    var files: [File] = []
    for path in Self.paths[way] ?? [] {
      let bytes = try resources.read("Tables/new/\(way)/\(path)", of: "svodka").bytes
      let isOurs = path == "svodka_plugin.py"
      files.append(
        File(
          path: path == "gitignore" ? ".gitignore" : filled(path),
          bytes: isOurs ? bytes : Array(filled(String(decoding: bytes, as: UTF8.self)).utf8)))
    }
    return files
  }

  private func filled(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while !rest.isEmpty {
      if let (word, value) = values.first(where: { rest.hasPrefix($0.word) }) {
        out += value
        rest = rest.dropFirst(word.count)
      } else {
        out.append(rest.removeFirst())
      }
    }
    return out
  }
}

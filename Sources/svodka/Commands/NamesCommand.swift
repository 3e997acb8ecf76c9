import ArgumentParser
import Foundation
import SvodkaKit
import SvodkaNames
import SvodkaResources

struct NamesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Tells whether two spellings, in whatever scripts and cases, are the same name.",
    discussion: """
      Examples:
        svodka names --pairs pairs.tsv
        svodka names --key "Сергей Лавров"
      """)

  @Option(
    help: ArgumentHelp(
      "Rows of two names divided by a tab; '-' is standard input. For each a row {\"a\",\"b\",\"same\",\"score\"}.",
      valueName: "file"),
    completion: .file())
  var pairs: String?

  @Option(help: ArgumentHelp("A name: its key, the same for most spellings of it in both scripts.", valueName: "name"))
  var key: String?

  @Flag(help: "Say by what each pair was told.")
  var explain = false

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write; standard output if not given.", valueName: "file"))
  var output: String?

  func validate() throws {
    if (pairs == nil) == (key == nil) { throw ValidationError("one of --pairs FILE and --key NAME is needed") }
  }

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in
      let matcher = try NameMatcher(resources: ResourceLoader())
      let out = try Output(path: output)
      if let key { return try out.write(Array((try matcher.key(of: key) + "\n").utf8)) }
      try compare(matcher, out)
    }
  }

  private func compare(_ matcher: NameMatcher, _ out: Output) throws(AnalysisError) {
    let path = pairs ?? "-"
    guard path == "-" || FileManager.default.isReadableFile(atPath: path),
      let file = fopen(path == "-" ? "/dev/stdin" : path, "r")
    else {
      throw AnalysisError(
        .unreadableInput, "the pairs cannot be read: check path and rights", location: .init(path: path))
    }
    defer { fclose(file) }
    var prepared: [String: ComparedName] = [:]
    func ready(_ name: String) throws(AnalysisError) -> ComparedName {
      if let known = prepared[name] { return known }
      if prepared.count > 50_000 { prepared.removeAll(keepingCapacity: true) }
      let made = try matcher.prepared(name)
      prepared[name] = made
      return made
    }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    var number = 0
    while true {
      let length = getline(&line, &capacity, file)
      guard length >= 0, let bytes = line else { break }
      number += 1
      let text = String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespacesAndNewlines)
      }
      if cells.count == 1, cells[0].isEmpty { continue }
      guard cells.count >= 2 else {
        throw AnalysisError(
          .unreadableInput, "expected two names divided by a tab", location: .init(path: path, line: number))
      }
      let match = matcher.match(try ready(cells[0]), try ready(cells[1]))
      var row: [JSONValue.Member] = [
        .init("a", .string(cells[0])), .init("b", .string(cells[1])), .init("same", .bool(match.isSame)),
        .init("score", .double((match.score * 1_000_000).rounded() / 1_000_000)),
      ]
      if explain { row.append(.init("reason", .string(match.reason))) }
      try out.write(Array((JSONValue.object(row).json() + "\n").utf8))
    }
  }
}

import CasualtyFigures
import Foundation
import SvodkaKit
import SvodkaText
import Testing

/// A row of `Tests/Fixtures/figures`.
struct FixtureRow: Sendable, CustomTestStringConvertible {
  var language: String
  /// What is expected, then the text; of classes the class stands before both.
  var cells: [String]
  /// The row is marked as a known miss.
  var isMissed: Bool
  var text: String { (cells.last ?? "").replacing("\\n", with: "\n") }
  var testDescription: String { text }

  static func all(_ set: String) -> [FixtureRow] {
    ["en", "ru"].flatMap { language in
      let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/figures")
      let text = (try? String(contentsOf: folder.appending(path: "\(set).\(language).tsv"), encoding: .utf8)) ?? ""
      return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
        var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        let isMissed = cells[0].hasPrefix("?")
        if isMissed { cells[0].removeFirst() }
        return FixtureRow(language: language, cells: cells, isMissed: isMissed)
      }
    }
  }
}

@Suite struct FixtureTests {
  @Test func thereAreEnoughRows() {
    #expect(FixtureRow.all("classes").count > 300)
    #expect(FixtureRow.all("claims").count > 100)
    #expect(FixtureRow.all("denials").count > 30)
  }

  @Test(arguments: FixtureRow.all("classes")) func findsTheFiguresOfAClass(row: FixtureRow) async throws {
    let found = try await figures(row.text, row.language).map(note).joined(separator: "; ")
    if row.isMissed {
      #expect(found != row.cells[1], "no miss any more: take the mark away")
    } else {
      #expect(found == row.cells[1])
    }
  }

  /// What is printed as the explanation of a figure: a pattern, and the entry of the lexicon that says what happened.
  @Test func everyRuleNamesAPatternAndAnEntry() async throws {
    for row in FixtureRow.all("classes") where !row.isMissed {
      for figure in try await figures(row.text, row.language) {
        let parts = figure.rule.split(separator: ": ", maxSplits: 1)
        #expect(parts.count == 2 && parts.allSatisfy { !$0.isEmpty }, "'\(figure.rule)' of: \(row.text)")
      }
    }
  }

  @Test(arguments: FixtureRow.all("claims")) func namesWhoVouches(row: FixtureRow) async throws {
    try await compare(row) { $0.claimedBy }
  }

  @Test(arguments: FixtureRow.all("denials")) func namesWhoDenies(row: FixtureRow) async throws {
    try await compare(row) { $0.deniedBy }
  }

  private func compare(_ row: FixtureRow, _ who: (CasualtyFigure) -> CasualtyFigure.Claimant?) async throws {
    let found = try await figures(row.text, row.language).map { who($0)?.text.text.lowercased() }
    let expected = row.cells[0].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    let isRight =
      found.count == expected.count
      && zip(found, expected).allSatisfy { found, name in found.map { $0.contains(name) } ?? (name == "-") }
    #expect(isRight == !row.isMissed, "found \(found)")
  }

  private func note(_ figure: CasualtyFigure) -> String {
    let number =
      switch figure.qualifier {
      case .exact: "\(figure.low)"
      case .about: "\(figure.low)~"
      case .atLeast: "\(figure.low)+"
      case .moreThan: "\(figure.low)>"
      case .upTo: "\(figure.high ?? -1)<="
      case .fewerThan: "\(figure.high ?? -1)<"
      case .range: "\(figure.low)..\(figure.high ?? -1)"
      case .indefinite: "\(figure.low)*"
      }
    return "\(figure.kind.rawValue) \(number)" + (figure.supersededBy == nil ? "" : " former")
  }
}

import Foundation
import SvodkaKit
import SvodkaResources
import SvodkaTesting
import Testing

/// The article on errors says what `svodka explain` says. With `RECORD_SNAPSHOTS=1` it is written anew.
@Suite struct ErrorsArticleTests {
  private struct Explanation: Decodable {
    var title: String
    var meaning: String
    var remedy: String
  }

  private static let areas = [
    ("C", "The command line"), ("P", "Pipelines and settings"), ("R", "Data files and models"), ("I", "Input"),
    ("A", "The analysis of a document"), ("X", "Plugins in other languages"), ("O", "Output"),
  ]

  @Test func theArticleHasEveryCode() throws {
    let explanations = try ResourceLoader().decode(
      [String: Explanation].self, from: "Tables/errors.yaml", of: "svodka")
    var article = """
      # Errors

      Every error has a code that stays the same; `svodka explain CODE` says what stands here.

      ## Overview

      A message says what to do, and where: `file:line:column: message [P102]`. In the output a document that failed has its errors under `errors`; the others are not
      affected. Each area has an exit code after `sysexits.h`: C 64, P 78, R 72, I 66, A 70, X 69, O 74; 1 where only some documents failed.

      """
    for (area, title) in Self.areas {
      article += "\n## \(title)\n"
      for code in ErrorCode.allCases.map(\.rawValue).filter({ $0.hasPrefix(area) }).sorted() {
        let explanation = try #require(explanations[code], "errors.yaml has no \(code)")
        article += """

          ### \(code): \(Self.escaped(explanation.title))

          \(Self.escaped(explanation.meaning))

          What to do: \(Self.escaped(explanation.remedy))

          """
      }
    }
    #expect(ErrorCode.allCases.allSatisfy { code in Self.areas.contains { code.rawValue.hasPrefix($0.0) } })
    try snapshot(article, named: "../../../Sources/SvodkaKit/Documentation.docc/Errors.md")
  }

  /// Angle brackets outside code would be taken for HTML.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
      index.isMultiple(of: 2) ? part.replacingOccurrences(of: "<", with: "\\<") : String(part)
    }.joined(separator: "`")
  }
}

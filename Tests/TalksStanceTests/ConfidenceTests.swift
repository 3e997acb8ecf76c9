import Foundation
import SvodkaKit
import TalksStance
import Testing

/// On our own gold the share of right stances grows with the confidence that is given for them.
@Suite struct ConfidenceTests {
  private struct Row: Decodable {
    struct Record: Decodable {
      var holder: String
      var holderCanonical: String?
      var holderAlt: [String]?
      var label: StanceLabel

      func agrees(with stance: Stance) -> Bool {
        let names = [holder, holderCanonical ?? holder] + (holderAlt ?? [])
        let found = [stance.holder.text.text, stance.holder.canonical]
        return label == stance.label
          && names.contains { name in found.contains { $0.contains(name) || name.contains($0) } }
      }
    }
    var text: String
    var lang: String
    var gold: [Record]
  }

  private static func rows() throws -> [Row] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/gold")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try ["stance.en.jsonl", "stance.ru.jsonl"].flatMap { name in
      try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").map {
        try decoder.decode(Row.self, from: Data($0.utf8))
      }
    }
  }

  @Test func moreConfidentStancesAreMoreOftenRight() async throws {
    var counts = [(right: 0, all: 0), (right: 0, all: 0), (right: 0, all: 0)]
    for row in try Self.rows() {
      for stance in try await stances(row.text, row.lang) {
        let place = stance.confidence < 0.65 ? 0 : stance.confidence < 0.75 ? 1 : 2
        counts[place].all += 1
        if row.gold.contains(where: { $0.agrees(with: stance) }) { counts[place].right += 1 }
      }
    }
    let shares = counts.map { Double($0.right) / Double(max(1, $0.all)) }
    #expect(counts.allSatisfy { $0.all >= 20 }, "\(counts)")
    #expect(shares[0] < shares[1] && shares[1] < shares[2], "\(counts)")
  }
}

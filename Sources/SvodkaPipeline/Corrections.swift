public import SvodkaKit
import Synchronization

/// What people have corrected: findings accepted, rejected or edited by their ids, entities joined or split.
///
/// A row a correction, as JSON Lines; `by` and `why` say whose it is and on what ground:
/// ```json
/// {"action": "reject", "document": "a1", "analyzer": "casualty-figures", "finding": "cf-2", "by": "M. K.", "why": "a drill"}
/// {"action": "edit", "document": "a1", "analyzer": "casualty-figures", "finding": "cf-1", "set": {"low": 12}, "by": "M. K."}
/// {"action": "merge", "from": "ID", "to": "ID", "by": "M. K."}
/// {"action": "split", "entity": "ID", "documents": ["a1"], "to": "ID", "by": "M. K."}
/// ```
public final class Corrections: Sendable {
  /// What a row asks for.
  public enum Action: Sendable, Hashable {
    /// The finding is right.
    case accept
    /// The finding is wrong.
    case reject
    /// These fields of the finding have other values.
    case edit([JSONValue.Member])

    var name: String {
      switch self {
      case .accept: "accept"
      case .reject: "reject"
      case .edit: "edit"
      }
    }
  }

  private struct Key: Hashable {
    var document: String
    var analyzer: String
  }

  private struct Row: Sendable {
    var finding: String
    var action: Action
    var number: Int
  }

  private let rows: [Key: [Row]]
  /// Joins and splits of entities.
  public let joins: [(from: String, to: String)]
  /// Splits of entities.
  public let splits: [EntityJoins.Split]
  /// How many rows are about findings.
  public let findings: Int
  private let applied = Mutex<[Int: String]>([:])

  /// Reads rows, each with its place.
  ///
  /// - Throws: `I118` for a row that cannot be applied, `I103` for one that is no JSON.
  public convenience init(
    rows: [(bytes: [UInt8], location: SourceLocation)]
  ) throws(AnalysisError) {
    var reading = CorrectionReading()
    for row in rows { try reading.add(try JSONValue(text: row.bytes, at: row.location), at: row.location) }
    self.init(reading)
  }

  private init(_ reading: CorrectionReading) {
    var stored: [Key: [Row]] = [:]
    for (number, entry) in reading.findings.enumerated() {
      stored[Key(document: entry.document, analyzer: entry.analyzer), default: []].append(
        Row(finding: entry.finding, action: entry.action, number: number))
    }
    rows = stored
    findings = reading.findings.count
    joins = reading.joins
    splits = reading.splits
  }

  /// What changes the findings of a document; nil where there is nothing to change.
  public func revision(of document: String, analyzer: String) -> AnyAnalyzer.Revision? {
    guard let rows = rows[Key(document: document, analyzer: analyzer)] else { return nil }
    return { findings in self.revised(findings, by: rows) }
  }

  /// The findings of a document that people have called right or edited.
  public func kept(of document: String, analyzer: String) -> [(finding: String, action: CorrectedFinding.Action)] {
    (rows[Key(document: document, analyzer: analyzer)] ?? []).compactMap { row in
      switch row.action {
      case .accept: (row.finding, .accept)
      case .edit: (row.finding, .edit)
      case .reject: nil
      }
    }
  }

  private func revised(_ findings: [JSONValue], by rows: [Row]) -> [JSONValue] {
    var used: [Int: String] = [:]
    let revised = findings.compactMap { finding -> JSONValue? in
      guard let id = finding["id"]?.string else { return finding }
      var finding = finding
      for row in rows where row.finding == id {
        switch row.action {
        case .accept: break
        case .reject:
          used[row.number] = row.action.name
          return nil
        case .edit(let values):
          // A field that the finding does not have cannot be one of the analyzer's.
          guard values.allSatisfy({ finding[$0.key] != nil }) else { continue }
          finding = Self.edited(finding, values)
        }
        used[row.number] = row.action.name
      }
      return finding
    }
    applied.withLock { $0.merge(used) { old, _ in old } }
    return revised
  }

  private static func edited(_ finding: JSONValue, _ values: [JSONValue.Member]) -> JSONValue {
    .object(
      (finding.members ?? []).map { member in values.first { $0.key == member.key } ?? member })
  }

  /// How often each action was applied to a finding.
  public var counts: [(action: String, count: Int)] {
    var counts: [String: Int] = [:]
    for action in applied.withLock({ Array($0.values) }) { counts[action, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// How many rows are about a finding that was not there.
  public var unused: Int { findings - applied.withLock { $0.count } }
}

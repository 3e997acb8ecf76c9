import SvodkaKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The moves of a transition system, in the order of the network's outputs.
struct SpacyMove: Sendable, Hashable {
  /// spaCy's number of the action: of names 1 begin, 2 in, 3 last, 4 unit, 5 out; of a parser 0 shift, 1 reduce, 2 left, 3 right,
  /// 4 break.
  var action: Int
  var label: String

  /// Reads a file `moves`: labels with their counts by action. Labels go by count, the larger first, of equal ones the later in
  /// the alphabet first; those added afterwards have negative counts and stand behind all actions.
  static func all(_ bytes: [UInt8], path: String) throws(AnalysisError) -> [SpacyMove] {
    let message = try MessagePackValue(bytes, name: path)
    guard let json = message["moves"]?.string,
      let counts = try? JSONDecoder().decode([String: [String: Int]].self, from: Data(json.utf8))
    else { throw ThincModel.broken(path, "its moves cannot be read") }
    var moves: [SpacyMove] = []
    var added: [(label: String, count: Int)] = []
    var actions: [String: [Int]] = [:]
    for (key, labels) in counts.sorted(by: { $0.key < $1.key }) {
      guard let action = Int(key) else { throw ThincModel.broken(path, "'\(key)' is no action") }
      for (label, count) in labels.map({ (label: $0.key, count: $0.value) }).sorted(by: before) {
        if count < 0 {
          added.append((label, count))
          actions[label, default: []].append(action)
        } else {
          moves.append(SpacyMove(action: action, label: label))
        }
      }
    }
    for (label, _) in added.sorted(by: before) {
      for action in actions.removeValue(forKey: label) ?? [] { moves.append(SpacyMove(action: action, label: label)) }
    }
    return moves
  }

  private static func before(_ a: (label: String, count: Int), _ b: (label: String, count: Int)) -> Bool {
    a.count == b.count
      ? b.label.unicodeScalars.lexicographicallyPrecedes(a.label.unicodeScalars) : a.count > b.count
  }

  /// A line of a pack.
  var line: String { "\(action)\t\(label)" }

  /// Reads the lines of a pack.
  static func read(_ lines: [String]) -> [SpacyMove] {
    lines.map { line in
      let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      return SpacyMove(action: cells.first.flatMap { Int($0) } ?? -1, label: cells.count > 1 ? String(cells[1]) : "")
    }
  }
}

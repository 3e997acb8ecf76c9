public import SvodkaKit
public import SvodkaPipeline

/// Turns outcomes into output, one after the other.
public protocol OutcomeWriter {
  /// What stands before the first outcome.
  mutating func header() -> [UInt8]
  /// One outcome.
  mutating func bytes(for outcome: Outcome) -> [UInt8]
  /// What stands behind the last.
  mutating func footer(_ result: RunResult) -> [UInt8]
  /// What the run has to make beside findings.
  var extras: AnyAnalyzer.Extras { get }
}

/// JSON Lines: one object a line.
public struct JSONLinesWriter: OutcomeWriter {
  private let row: OutcomeRow
  /// Writes rows.
  public init(row: OutcomeRow) { self.row = row }
  /// Nothing beside findings.
  public var extras: AnyAnalyzer.Extras { [] }
  /// Nothing.
  public mutating func header() -> [UInt8] { [] }
  /// One line.
  public mutating func bytes(for outcome: Outcome) -> [UInt8] {
    var out: [UInt8] = []
    row.json(outcome).write(to: &out)
    out.append(0x0A)
    return out
  }
  /// Nothing.
  public mutating func footer(_ result: RunResult) -> [UInt8] { [] }
}

/// One JSON array of the same objects, indented.
public struct JSONArrayWriter: OutcomeWriter {
  private let row: OutcomeRow
  private var isFirst = true
  /// Writes rows.
  public init(row: OutcomeRow) { self.row = row }
  /// Nothing beside findings.
  public var extras: AnyAnalyzer.Extras { [] }
  /// The opening bracket.
  public mutating func header() -> [UInt8] { Array("[".utf8) }
  /// One object.
  public mutating func bytes(for outcome: Outcome) -> [UInt8] {
    var out = Array((isFirst ? "\n" : ",\n").utf8)
    isFirst = false
    row.json(outcome).write(to: &out, indent: 0)
    return out
  }
  /// The closing bracket.
  public mutating func footer(_ result: RunResult) -> [UInt8] { Array("\n]\n".utf8) }
}

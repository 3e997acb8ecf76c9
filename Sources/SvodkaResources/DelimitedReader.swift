public import SvodkaKit

/// Reads tables of cells divided by commas (RFC 4180) into rows of cells that know where they stand.
///
/// A cell in double quotes may hold commas, line ends and, doubled, quotes. Rows without any text are passed over; a
/// byte-order mark is dropped.
public struct DelimitedReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// The rows, each with its cells; an empty cell is empty text.
  ///
  /// - Throws: `P103` for bytes that are not UTF-8 and for a quote that stands wrongly, with line and column.
  public func rows(_ bytes: [UInt8], file: String) throws(AnalysisError) -> [[ConfigNode]] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw AnalysisError(.wrongValue, "the file is not UTF-8: save it as UTF-8", location: .init(path: file))
    }
    var reading = Reading(file: file)
    for scalar in text.unicodeScalars { try reading.take(scalar) }
    return try reading.end()
  }

  private struct Reading {
    private enum State { case start, plain, quoted, closed }

    let file: String
    private var state = State.start
    private var rows: [[ConfigNode]] = []
    private var row: [ConfigNode] = []
    private var cell = ""
    private var (line, column) = (1, 1)
    private var start: SourceLocation

    init(file: String) {
      self.file = file
      start = SourceLocation(path: file, line: 1, column: 1)
    }

    private var here: SourceLocation { SourceLocation(path: file, line: line, column: column) }

    mutating func take(_ scalar: Unicode.Scalar) throws(AnalysisError) {
      if scalar == "\u{FEFF}", line == 1, column == 1 { return }
      switch (scalar, state) {
      case ("\"", .start): state = .quoted
      case ("\"", .quoted): state = .closed
      case ("\"", .closed):
        cell += "\""
        state = .quoted
      case ("\"", .plain):
        throw AnalysisError(
          .wrongValue,
          "a quote inside a cell that does not begin with one: put the cell in quotes and double the quote",
          location: here)
      case (_, .quoted): cell.unicodeScalars.append(scalar)
      case (",", _): endCell()
      case ("\n", _): endRow()
      case ("\r", _): break
      case (_, .closed):
        throw AnalysisError(
          .wrongValue, "text behind the closing quote of a cell: a comma belongs here", location: here)
      default:
        cell.unicodeScalars.append(scalar)
        state = .plain
      }
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      if state == .start { start = here }
    }

    private mutating func endCell() {
      let trimmed = cell.drop { $0 == " " || $0 == "\t" }
      let text = trimmed.lastIndex { $0 != " " && $0 != "\t" }.map { String(trimmed[...$0]) } ?? ""
      row.append(ConfigNode(.string(text), at: start))
      (cell, state) = ("", .start)
    }

    private mutating func endRow() {
      endCell()
      if row.contains(where: { $0.string?.isEmpty == false }) { rows.append(row) }
      row = []
    }

    mutating func end() throws(AnalysisError) -> [[ConfigNode]] {
      guard state != .quoted else {
        throw AnalysisError(.wrongValue, "the quote that begins here is not closed", location: start)
      }
      endRow()
      return rows
    }
  }
}

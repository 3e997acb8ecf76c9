public import SvodkaKit
import SvodkaCorpus

/// Reads gold: JSON Lines with `id`, `text` and, under `gold`, `entities` or `findings.NAME`, a list of records.
///
/// Gold has to fit its text. Offsets count Unicode scalars. A record without offsets stands at the first place where its quotation does.
public struct GoldReader: Sendable {
  private let comparison: Comparison
  private let analyzer: String

  /// Reads gold for an analyzer.
  public init(analyzer: String, comparison: Comparison) {
    self.analyzer = analyzer
    self.comparison = comparison
  }

  /// Reads a file's bytes.
  ///
  /// - Throws: `I103` for what is no JSON, `I104` for an id that comes twice, `I112` for gold that does not fit, with its line.
  public func read(_ bytes: [UInt8], path: String) throws(AnalysisError) -> [GoldDocument] {
    var documents: [GoldDocument] = []
    var seen: Set<String> = []
    for (line, row) in try JSONRows.read(bytes, path: path) {
      let document = try document(row, at: SourceLocation(path: path, line: line), line: line)
      guard seen.insert(document.id).inserted else {
        throw AnalysisError(
          .duplicateID, "the id '\(document.id)' has come before: give each row an id of its own",
          location: .init(path: path, line: line))
      }
      documents.append(document)
    }
    return documents
  }

  /// The records of a row, without a look at the text; nil when the row has none for the analyzer.
  static func records(of row: JSONValue, analyzer: String) -> [JSONValue]? {
    row["gold"]?.array ?? row["entities"]?.array ?? row["findings"]?[analyzer]?.array
  }

  private func document(_ row: JSONValue, at place: SourceLocation, line: Int) throws(AnalysisError) -> GoldDocument {
    guard let id = row["id"]?.string, let text = row["text"]?.string ?? row["document"]?["text"]?.string else {
      throw AnalysisError(.badGold, "a row of gold needs 'id' and 'text'", location: place)
    }
    guard let list = Self.records(of: row, analyzer: analyzer) else {
      throw AnalysisError(
        .badGold, "row '\(id)' has no list under 'gold', 'entities' or 'findings.\(analyzer)'", document: id,
        location: place)
    }
    let scalars = ScalarText(text)
    var records: [Record] = []
    var searched = 0
    for (number, given) in list.enumerated() {
      let fields = optionalIfReplaced(given)
      let parts = comparison.parts.flatMap { fields[$0]?.array }
      for part in parts ?? [fields] {
        do throws(Misfit) {
          for key in comparison.identity.map(\.key) where fields[key] == nil && key != comparison.place {
            throw Misfit("has no '\(key)'")
          }
          var record = try locate(part, in: scalars, after: searched)
          if comparison.parts != nil {
            record.fields = fields
            record.whole = number
            if part["start"] == nil { searched = (record.place?.lowerBound ?? searched) + 1 }
          }
          records.append(record)
        } catch {
          throw AnalysisError(
            .badGold, "record \(number + 1) of '\(id)' \(error.reason)", document: id, location: place)
        }
      }
      do throws(Misfit) { try check(fields, in: scalars) } catch {
        throw AnalysisError(
          .badGold, "record \(number + 1) of '\(id)' \(error.reason)", document: id, location: place)
      }
    }
    return GoldDocument(id: id, text: text, line: line, row: row, records: records)
  }

  /// A record that another replaces may be found or left out.
  private func optionalIfReplaced(_ fields: JSONValue) -> JSONValue {
    guard let key = comparison.replacedBy, let value = fields[key], value != .null, let members = fields.members,
      fields["superseded"] == nil
    else { return fields }
    return .object(members + [.init("superseded", true)])
  }

  private struct Misfit: Error {
    var reason: String
    init(_ reason: String) { self.reason = reason }
  }

  private func locate(_ fields: JSONValue, in text: ScalarText, after: Int) throws(Misfit) -> Record {
    let quote = (comparison.parts == nil ? fields[comparison.place]?.string : nil) ?? fields["text"]?.string
    if let start = fields["start"]?.int {
      guard let end = fields["end"]?.int ?? quote.map({ start + $0.unicodeScalars.count }) else {
        throw Misfit("has a start but neither an end nor a text")
      }
      guard start >= 0, start < end, end <= text.count else {
        throw Misfit("lies at \(start)..<\(end), outside the text of \(text.count) characters")
      }
      let covered = text[start..<end]
      if let quote, !covered.unicodeScalars.elementsEqual(quote.unicodeScalars) {
        throw Misfit("says «\(quote)», but at \(start)..<\(end) stands «\(covered)»")
      }
      return Record(fields: fields, place: start..<end, quote: covered)
    }
    guard let quote, !quote.isEmpty else { throw Misfit("quotes nothing: it needs '\(comparison.place)'") }
    let from = comparison.parts == nil ? 0 : after
    guard let place = text.first(quote, from: from) else { throw Misfit("quotes «\(quote)», which is not in the text") }
    return Record(fields: fields, place: place, quote: quote)
  }

  /// What further fields quote has to stand in the text as well.
  private func check(_ fields: JSONValue, in text: ScalarText) throws(Misfit) {
    for field in comparison.identity + comparison.details {
      guard case .name = field.rule, let value = fields[field.key] else { continue }
      if let quote = value.string ?? value["text"]?.string, text.first(quote, from: 0) == nil {
        throw Misfit("quotes «\(quote)» under '\(field.key)', which is not in the text")
      }
      if let start = value["start"]?.int, let end = value["end"]?.int {
        guard start >= 0, start <= end, end <= text.count, text[start..<end] == value["text"]?.string ?? "" else {
          throw Misfit("has offsets under '\(field.key)' that do not cover its text")
        }
      }
    }
  }
}

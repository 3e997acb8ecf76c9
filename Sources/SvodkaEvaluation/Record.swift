public import SvodkaKit

/// A finding, of gold or of an analyzer, as it is compared.
public struct Record: Sendable, Hashable {
  /// Its fields, under the keys of the analyzer's output.
  public var fields: JSONValue
  /// Where it stands, in Unicode scalars of the document's text; nil where that is not known.
  public var place: Range<Int>?
  /// What stands there.
  public var quote: String
  /// For a part, such as one mention of an entity: the number of the finding to which it belongs.
  public var whole: Int?

  /// Makes a record.
  public init(fields: JSONValue, place: Range<Int>?, quote: String, whole: Int? = nil) {
    self.fields = fields
    self.place = place
    self.quote = quote
    self.whole = whole
  }

  /// The value of a field; nil for `null` and for an absent one.
  public func value(_ key: String) -> JSONValue? {
    guard let value = fields[key], value != .null else { return nil }
    return value
  }

  /// True for gold that may be found or left out.
  public var isOptional: Bool {
    ["superseded", "denied", "implicit"].contains { key in
      switch fields[key] {
      case .bool(true): true
      case .int(let number): number != 0
      default: false
      }
    }
  }

  /// The names that a field gives: text, or an object with `canonical` and `text`.
  static func names(_ value: JSONValue?) -> [String] {
    switch value {
    case .string(let text): text.isEmpty ? [] : [text]
    case .object: [value?["canonical"]?.string, value?["text"]?.string].compactMap { $0 }.filter { !$0.isEmpty }
    case .array(let values): values.flatMap { names($0) }
    default: []
    }
  }
}

/// A document of gold.
public struct GoldDocument: Sendable {
  /// Its id.
  public var id: String
  /// Its text.
  public var text: String
  /// The line in its file, from 1.
  public var line: Int
  /// The whole row: its other keys are the groups that results may be broken down by.
  public var row: JSONValue
  /// What a careful reader finds.
  public var records: [Record]

  /// The value of a key as the name of a group; "–" where the row does not have it.
  public func group(by key: String) -> String {
    switch row[key] ?? row["meta"]?[key] {
    case .string(let text): text
    case .int(let number): String(number)
    default: "–"
    }
  }
}

/// What an analyzer gave for a document.
public struct FoundDocument: Sendable {
  /// The document's id.
  public var id: String
  /// The records; empty too where the analyzer failed.
  public var records: [Record]
  /// The models that were at work, as the output's provenance names them.
  public var models: [String]
  /// True where the analyzer failed or does not know the language: its findings are `null`.
  public var isFailed: Bool

  /// Makes it.
  public init(id: String, records: [Record], models: [String], isFailed: Bool = false) {
    self.id = id
    self.records = records
    self.models = models
    self.isFailed = isFailed
  }
}

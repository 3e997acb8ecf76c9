import SvodkaKit

/// Reads CoNLL-U line by line.
struct ConlluReader {
  private let path: String
  private var documents: [AnnotatedDocument] = []
  private var collector = TokenCollector()
  private var id: String?
  private var language: String?
  private var tagColumn: Int?
  /// Where the sentence begins, once it has a token.
  private var sentenceStart: Int?
  /// What its comment says that the sentence is.
  private var sentenceText: String?
  private var skipThrough = 0
  /// The white space between the last token and the next.
  private var space = ""
  private var hasContent = false

  init(path: String) { self.path = path }

  mutating func take(_ line: String, at place: SourceLocation) throws(AnalysisError) {
    if line.hasPrefix("#") { return try comment(line, at: place) }
    if line.allSatisfy({ $0 == " " }) { return try endSentence(at: place) }
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard columns.count >= 10 else {
      throw AnalysisError(
        .brokenAnnotation, "a token line has ten columns divided by tabs, this has \(columns.count)", location: place)
    }
    // Empty nodes are no part of the text; the words of a multiword token are covered by its line.
    if columns[0].contains(".") { return }
    let range = columns[0].split(separator: "-").compactMap { Int($0) }
    guard let first = range.first else {
      throw AnalysisError(.brokenAnnotation, "'\(columns[0])' is no token number", location: place)
    }
    if range.count == 1, first <= skipThrough { return }
    skipThrough = range.count == 2 ? range[1] : 0
    let misc = Self.misc(columns[9])
    collector.add(space: space)
    sentenceStart = sentenceStart ?? collector.count
    collector.add(form: columns[1], tag: tag(columns, misc))
    space = misc["SpaceAfter"] == "No" ? "" : misc["SpacesAfter"].map { SpaceEscapes.decoded($0) } ?? " "
    isBareSpace = misc["SpaceAfter"] == nil && misc["SpacesAfter"] == nil
    hasContent = true
  }

  /// True when the white space behind the last token was not written down.
  private var isBareSpace = false

  mutating func finished() throws(AnalysisError) -> [AnnotatedDocument] {
    try endSentence(at: SourceLocation(path: path))
    endDocument()
    return documents
  }

  private static func misc(_ column: String) -> [String: String] {
    var values: [String: String] = [:]
    for pair in column.split(separator: "|") {
      guard let equals = pair.firstIndex(of: "=") else { continue }
      values[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
    }
    return values
  }

  private func tag(_ columns: [String], _ misc: [String: String]) -> String {
    if let tagColumn, tagColumn < columns.count { return columns[tagColumn] }
    return misc["Entity"] ?? misc["NER"] ?? misc["NE"] ?? (columns.count > 10 ? columns[10] : "O")
  }

  private mutating func comment(_ line: String, at place: SourceLocation) throws(AnalysisError) {
    // By bytes: a combining mark at the start of a sentence would make one character with the blank before it.
    let parts = line.utf8.dropFirst().split(separator: UInt8(ascii: "="), maxSplits: 1)
    let blank = UInt8(ascii: " ")
    let words = parts.first.map { $0.split(separator: blank).map { String(decoding: $0, as: UTF8.self) } } ?? []
    let key = words.joined(separator: " ")
    let value =
      parts.count > 1 ? String(decoding: parts[1].first == blank ? parts[1].dropFirst() : parts[1], as: UTF8.self) : ""
    switch key {
    case "global.columns":
      tagColumn = value.split(separator: " ").firstIndex { name in
        ["ENTITY", "NER", "NE"].contains { name.uppercased().hasSuffix($0) }
      }
    case "newdoc id", "newdoc":
      try endSentence(at: place)
      endDocument()
      (id, hasContent) = (value.isEmpty ? "\(path)-\(documents.count + 1)" : value, true)
    case "lang": language = value
    case "text_before": collector.add(space: SpaceEscapes.decoded(value))
    case "text": sentenceText = value
    default: return
    }
  }

  private mutating func endSentence(at place: SourceLocation) throws(AnalysisError) {
    collector.close()
    skipThrough = 0
    defer { (sentenceStart, sentenceText) = (nil, nil) }
    guard let start = sentenceStart, let text = sentenceText else { return }
    let built = SpaceEscapes.oneLine(collector.text(from: start))
    guard built.unicodeScalars.elementsEqual(text.unicodeScalars) else {
      throw AnalysisError(
        .brokenAnnotation, "the tokens of the sentence make «\(built)», its text is «\(text)»", location: place)
    }
  }

  private mutating func endDocument() {
    guard hasContent else { return }
    if !isBareSpace { collector.add(space: space) }
    let name = id ?? path.split(separator: "/").last.map(String.init) ?? path
    documents.append(collector.document(id: name, language: language))
    (collector, id, language, space, hasContent, isBareSpace) = (TokenCollector(), nil, nil, "", false, false)
  }
}

public import SvodkaKit
public import SvodkaPipeline

/// A row of results as `analyze` writes it, read back: the document as far as the row tells of it, and its findings.
public struct StoredResult: Sendable {
  /// What results call themselves.
  public static let schema = "svodka.analysis/1"

  private let row: JSONValue
  private let location: SourceLocation

  /// Takes a row.
  ///
  /// - Throws: `I115` when it is none.
  public init(_ row: JSONValue, at location: SourceLocation) throws(AnalysisError) {
    guard row["schema"]?.string == Self.schema else {
      throw AnalysisError(
        .foreignSummary, "this is no row of results: expected {\"schema\": \"\(Self.schema)\", …}", location: location)
    }
    self.row = row
    self.location = location
  }

  /// What the rows of one run have in common.
  public func origin(by grouping: Grouping) -> RunSummary.Origin {
    let provenance = row["provenance"]
    let versions = ["svodka", "icu", "unicode", "pipeline"].compactMap { key in
      provenance?[key].map { JSONValue.Member(key, $0) }
    }
    return .init(by: grouping, analyzers: provenance?["analyzers"]?.members ?? [], versions: versions)
  }

  /// Adds the row to a summary; findings that do not fit their analyzer are a failure of the document.
  ///
  /// - Throws: `I104` for a second document of one id.
  public func add(
    to summary: inout RunSummary, analyzers: [AnyAnalyzer], corrections: Corrections? = nil
  ) throws(AnalysisError) {
    guard let id = row["id"]?.string else {
      let input = row["input"]
      let place = input?["path"]?.string.map { path in path + (input?["line"]?.int.map { ":\($0)" } ?? "") }
      for failure in failures(place: place) { summary.add(failure: failure) }
      return
    }
    let metadata = metadata
    let language = row["lang"]?.string ?? "und"
    let whole = row["document"]?["text"]?.string
    let document = Document(
      id: id, text: whole.map { DocumentText($0) } ?? KnownPieces(of: row).text, language: language, metadata: metadata)
    let offsets = ScalarOffsets(document.text)
    var failures = failures(place: nil)
    var sums: [(analyzer: String, summary: AnySummary)] = []
    for member in row["findings"]?.members ?? [] {
      guard var findings = member.value.array,
        let analyzer = analyzers.first(where: { $0.identity.name == member.key })
      else { continue }
      if let revise = corrections?.revision(of: id, analyzer: member.key) { findings = revise(findings) }
      let view = DocumentView(
        document, layers: Layers(), declared: analyzer.requirements.declared, to: analyzer.identity.name)
      do throws(AnalysisError) {
        sums.append((member.key, try analyzer.summary(ofWritten: findings, of: view, offsets: offsets)))
      } catch {
        failures.append(
          .init(place: "\(location)", analyzer: member.key, code: error.code, message: error.message))
      }
    }
    for model in row["provenance"]?["models"]?.members ?? [] {
      if let name = model.value.string, name != "rules" { summary.add(models: [model.key, name]) }
    }
    let words = row["document"]?["words"]?.int ?? (whole == nil ? nil : WordCount.words(in: document.text))
    var record = DocumentRecord(
      id: id, values: summary.origin.by.values(of: metadata, language: language), title: metadata.title,
      source: metadata.source, date: metadata.date, language: language, url: metadata.url, path: metadata.path,
      words: words, signature: whole.flatMap { TextSignature($0) }, cluster: row["cluster"]?.string,
      failures: failures.sorted())
    for member in row["findings"]?.members ?? [] { record.note(corrections, of: member.key) }
    for field in Grouping.fields(of: metadata) { summary.add(field: field) }
    try summary.add(record, summaries: sums)
  }

  private var metadata: Metadata {
    var metadata = Metadata()
    metadata.title = row["title"]?.string
    metadata.source = row["source"]?.string
    metadata.date = row["date"]?.string
    metadata.url = row["document"]?["url"]?.string
    metadata.path = row["document"]?["path"]?.string
    metadata.author = (row["author"]?.array ?? []).compactMap(\.string)
    metadata.extra = row["meta"]?.members ?? []
    return metadata
  }

  private func failures(place: String?) -> [DocumentRecord.Failure] {
    (row["errors"]?.array ?? []).compactMap { error in
      guard let code = error["code"]?.string, code != ErrorCode.unknownLanguage.rawValue else { return nil }
      return .init(
        place: place, analyzer: error["analyzer"]?.string, code: code, message: error["message"]?.string ?? "")
    }
  }
}

/// The text of a row that does not bring it, as far as its findings quote it; line ends stand for what is not known.
struct KnownPieces {
  private var scalars: [Unicode.Scalar]

  init(of row: JSONValue) {
    scalars = Array(repeating: "\n", count: max(0, row["document"]?["length"]?.int ?? 0))
    if let findings = row["findings"] { take(findings) }
  }

  var text: DocumentText { DocumentText(String(String.UnicodeScalarView(scalars))) }

  private mutating func take(_ value: JSONValue) {
    switch value {
    case .array(let values): for value in values { take(value) }
    case .object(let members):
      if let start = value["start"]?.int, let end = value["end"]?.int,
        let quoted = value["evidence"]?.string ?? value["text"]?.string
      {
        put(Array(quoted.unicodeScalars), start..<max(start, end))
      }
      for member in members { take(member.value) }
    default: break
    }
  }

  private mutating func put(_ quoted: [Unicode.Scalar], _ range: Range<Int>) {
    guard quoted.count == range.count, range.lowerBound >= 0, range.upperBound <= scalars.count else { return }
    scalars.replaceSubrange(range, with: quoted)
  }
}

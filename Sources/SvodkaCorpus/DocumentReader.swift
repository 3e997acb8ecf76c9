public import SvodkaKit
import SvodkaMarkup
import SvodkaResources
import SvodkaText

/// Makes documents of what an ``InputReader`` yields: decodes, reads rows and pages, drops furniture, gathers what is
/// known about the publication. It may be used from several threads at once.
public struct DocumentReader: Sendable {
  private let options: ReadingOptions
  private let extractor: LazyExtractor
  private let decoder: TextDecoder

  /// Makes a reader. The lexicons of furniture are read from `resources` when the first page needs them.
  public init(options: ReadingOptions, resources: any ResourceProvider) {
    self.options = options
    extractor = LazyExtractor(resources: resources)
    decoder = TextDecoder(resources: resources)
  }

  /// Reads one document; an error is in the answer.
  public func read(_ raw: RawInput) -> ReadDocument {
    raw.kind == .row ? readRow(raw) : readFile(raw)
  }

  private func location(_ raw: RawInput) -> SourceLocation {
    SourceLocation(path: raw.path ?? "standard input", line: raw.line)
  }

  private func readFile(_ raw: RawInput) -> ReadDocument {
    var result = ReadDocument(
      id: raw.name, document: .failure(AnalysisError(.unreadableInput, "")), warnings: [], path: raw.path,
      line: nil, sha256: SHA256.hex(raw.bytes), encoding: nil, removed: [])
    do throws(AnalysisError) {
      let decoded = try Decoding.decode(raw, by: decoder, at: location(raw))
      result.encoding = decoded.encoding
      var metadata = Metadata()
      metadata.path = raw.path
      let document = try document(
        id: raw.name, text: decoded.text, isPage: raw.kind == .html, drop: options.dropFurniture, language: nil,
        metadata: metadata, path: raw.path, into: &result)
      result.document = .success(document)
    } catch {
      result.document = .failure(placed(error, raw, id: raw.name))
    }
    return result
  }

  private func readRow(_ raw: RawInput) -> ReadDocument {
    var result = ReadDocument(
      id: nil, document: .failure(AnalysisError(.brokenJSON, "")), warnings: [], path: raw.path, line: raw.line,
      sha256: "", encoding: nil, removed: [])
    do throws(AnalysisError) {
      let place = location(raw)
      let row = try JSONRow(Decoding.repaired(raw.bytes, at: place, warnings: &result.warnings), at: place)
      guard let id = row.id, !id.isEmpty else {
        throw AnalysisError(.missingID, "the row has no id: give each row an \"id\" of its own", location: place)
      }
      result.id = id
      guard let body = row.text ?? row.html else {
        throw AnalysisError(
          .wrongField, "the row has neither \"text\" nor \"html\": give it one of them", location: place)
      }
      result.sha256 = SHA256.hex(Array(body.utf8))
      var metadata = row.metadata
      if let rawDate = row.rawDate {
        metadata.extra.set("date_raw", .string(rawDate))
        result.warnings.append(PublicationDate.warning(rawDate, location: place, document: id))
      }
      let isPage = row.text == nil
      let document = try document(
        id: id, text: body, isPage: isPage, drop: isPage ? options.dropFurniture : options.dropFurnitureOfRows,
        language: row.language, metadata: metadata, path: row.metadata.path ?? raw.path, into: &result)
      result.document = .success(document)
    } catch {
      if result.sha256.isEmpty { result.sha256 = SHA256.hex(raw.bytes) }
      result.id = result.id ?? error.document
      result.document = .failure(placed(error, raw, id: result.id))
    }
    return result
  }

  private func placed(_ error: AnalysisError, _ raw: RawInput, id: String?) -> AnalysisError {
    var error = error
    error.document = id
    if error.location == nil { error.location = location(raw) }
    return error
  }

  /// Makes the document, through the extractor where furniture is dropped and for every page.
  private func document(
    id: String, text: String, isPage: Bool, drop: Bool, language: String?, metadata: Metadata, path: String?,
    into result: inout ReadDocument
  ) throws(AnalysisError) -> Document {
    var metadata = metadata
    var body = text
    var language = language
    if isPage || drop {
      let article: Article
      if isPage {
        article = try extractor.get().article(
          page: text, keepingFurniture: !drop, depthLimit: options.pageDepth, today: options.today)
      } else {
        article = try extractor.get().article(plain: text)
      }
      body = article.text
      result.removed = article.removed
      result.passages = article.passages
      language = language ?? article.language
      metadata.fill(from: article)
    }
    result.warnings += options.additions.apply(to: &metadata, path: path)
    return Document(
      id: id, text: DocumentText(body), language: LanguageTag.primary(language) ?? "und", metadata: metadata,
      textIs: drop ? .article : .input)
  }
}

extension Metadata {
  /// Takes what the article says of itself where nothing is known yet.
  fileprivate mutating func fill(from article: Article) {
    title = title ?? article.title
    source = source ?? article.source
    date = date ?? article.date
    url = url ?? article.url
    if author.isEmpty { author = article.authors }
  }
}

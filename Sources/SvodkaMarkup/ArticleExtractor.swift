#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import SvodkaKit

/// Finds the article in a page, and drops the furniture around it.
///
/// A page is cut into blocks; each gets a row of numbers (text and link density, tags, hints of class names, place,
/// neighbours, linked data, lexicons of furniture), and boosted trees, learned by `ArticleTraining`, say how likely it is
/// part of the body.
public struct ArticleExtractor: Sendable {
  private let hints: ClassHints
  private let lexicon: FurnitureLexicon
  private let dates: DateTables
  private let scorer: TreeScorer?
  private let lineScorer: TreeScorer?

  /// Reads the tables.
  ///
  /// - Throws: `R101` when a table is missing, `R102` when the scorer's weights do not fit, `P101`…`P103` when a table is
  ///   not as it should be.
  public init(resources: any ResourceProvider) throws(AnalysisError) {
    try self.init(
      resources: resources,
      model: try Self.weights("article-model", features: BlockFeatures.version, resources),
      lineModel: try Self.weights("line-model", features: LineFeatures.version, resources))
  }

  private static func weights(
    _ name: String, features: Int, _ resources: any ResourceProvider
  ) throws(AnalysisError) -> BoostedTrees {
    let (bytes, file) = try resources.read("Tables/\(name).json", of: "SvodkaMarkup")
    let model: BoostedTrees
    do { model = try JSONDecoder().decode(BoostedTrees.self, from: Data(bytes)) } catch {
      throw AnalysisError(
        .brokenResource, "the weights of the article scorer cannot be read: restore the file",
        location: .init(path: file), cause: String(describing: error))
    }
    guard model.features == features else {
      throw AnalysisError(
        .brokenResource,
        "the weights of the article scorer are of version \(model.features), the program wants \(features): learn them anew",
        location: .init(path: file))
    }
    return model
  }

  /// The version of the features that weights have to be learned on.
  package static var featuresVersion: Int { BlockFeatures.version }
  /// The version of the features of lines.
  package static var lineFeaturesVersion: Int { LineFeatures.version }

  /// An extractor with weights of its own, or none, as training needs it.
  package init(
    resources: any ResourceProvider, model: BoostedTrees?, lineModel: BoostedTrees? = nil
  ) throws(AnalysisError) {
    hints = try ClassHints(resources: resources)
    lexicon = try FurnitureLexicon(resources: resources)
    dates = try DateTables(resources: resources)
    scorer = model.map(TreeScorer.init)
    lineScorer = lineModel.map(TreeScorer.init)
  }

  /// The article of an HTML page that is decoded already.
  ///
  /// - Parameters:
  ///   - page: the page; a declaration of its encoding is not looked at.
  ///   - keepingFurniture: whether all visible text is kept.
  ///   - depthLimit: the deepest nesting of elements.
  ///   - today: the day of reading, for dates such as "yesterday".
  /// - Returns: the article, with what was dropped.
  /// - Throws: `I107` for a page over a limit, `I111` for one that libxml2 cannot read.
  public func article(
    page: String, keepingFurniture: Bool = false, depthLimit: Int = 4096, today: CivilDate? = nil
  ) throws(AnalysisError) -> Article {
    let reading = try read(page, depthLimit: depthLimit)
    if keepingFurniture {
      return assemble(reading, kept: reading.blocks.map { _ in true }, today: today, keepingAll: true)
    }
    let scores = scorer?.scores(reading.features.table) ?? reading.blocks.map { _ in 0 }
    return article(reading, scores: scores, today: today)
  }

  /// The first half of the work: everything up to the scores.
  package func read(_ page: String, depthLimit: Int = 4096) throws(AnalysisError) -> PageReading {
    try PageReading(page, depthLimit: depthLimit, hints: hints, lexicon: lexicon)
  }

  /// The second half: the article by the blocks' scores, log-odds of being part of the body.
  package func article(_ reading: PageReading, scores: [Float], today: CivilDate? = nil) -> Article {
    assemble(reading, kept: BodySelection(reading: reading, scores: scores, lexicon: lexicon).kept, today: today)
  }

  /// The article of a page that was copied as plain text.
  public func article(plain text: String) -> Article {
    let reading = read(plain: text)
    return article(reading, of: text, scores: lineScorer?.scores(reading.table))
  }

  /// The first half of the work on plain text: everything up to the scores.
  package func read(plain text: String) -> PlainReading { PlainReading(text, lexicon: lexicon) }

  /// The second half: the article by the lines' scores, log-odds of being part of the body; by rules alone without.
  package func article(_ reading: PlainReading, of text: String, scores: [Float]?) -> Article {
    let copy = reading.article(scores: scores)
    var article = Article()
    article.removed = copy.removed
    article.text = article.removed.isEmpty ? text : copy.text
    article.title = copy.title
    return article
  }

  private func assemble(
    _ reading: PageReading, kept: [Bool], today: CivilDate?, keepingAll: Bool = false
  ) -> Article {
    let (page, metadata) = (reading.page, reading.metadata)
    var article = Article()
    article.title = reading.title
    article.source = metadata.source ?? TitleReader(metadata: metadata).source(beside: article.title)
    article.url = metadata.url
    article.language = metadata.declaredLanguage
    let near = around(reading, kept)
    article.authors = AuthorReader(page: page, metadata: metadata, tables: dates).authors(
      near: near, below: below(reading, kept))
    let monthFirst = dates.tables.first { _ in true }?.monthFirst ?? false
    article.date = PublicationReader(
      page: page, metadata: metadata, dates: DateText(tables: dates, monthFirst: monthFirst, today: today)
    ).date(
      beside: heading(reading, kept), near: near,
      headline: reading.features.titleBlock < 0 ? nil : reading.blocks[reading.features.titleBlock].element)
    var kept = kept
    if !keepingAll {
      let masthead = Masthead(title: article.title, authors: article.authors, source: article.source, dates: dates)
      let body = kept.indices.filter { kept[$0] }
      for index in body.prefix(4) {
        guard masthead.isAllOf(reading.blocks[index].string) else { break }
        kept[index] = false
      }
      // The by-line below the text.
      if let last = body.last, kept[last], body.count > 2, masthead.isAllOf(reading.blocks[last].string) {
        kept[last] = false
      }
    }
    let body = reading.blocks.indices.filter { kept[$0] }.map { reading.blocks[$0] }
    (article.text, article.passages) = BodyText(page: page).text(of: body)
    let namer = FurnitureNamer(title: reading.title)
    article.removed = reading.blocks.indices.filter { !kept[$0] }.map {
      namer.furniture(reading.blocks[$0], reading.features.shapes[$0], reading.matches[$0])
    }
    return article
  }

  /// The last blocks of the body and those below it.
  private func below(_ reading: PageReading, _ kept: [Bool]) -> [Block] {
    guard let last = kept.lastIndex(of: true) else { return [] }
    return Array(reading.blocks[max(0, last - 1)..<min(reading.blocks.count, last + 3)])
  }

  /// The blocks from a little above the headline to the body.
  private func heading(_ reading: PageReading, _ kept: [Bool]) -> [Block] {
    let title = reading.features.titleBlock
    let body = (max(0, title)..<max(0, title, kept.count)).first { kept[$0] && reading.features.shapes[$0].words > 12 }
    guard reading.blocks.indices.contains(title), let body else { return [] }
    return Array(reading.blocks[max(0, title - 2)..<min(body, title + 9)])
  }

  /// The blocks around the headline and above the body: there by-line and date stand.
  private func around(_ reading: PageReading, _ kept: [Bool]) -> [Block] {
    let first = kept.firstIndex(of: true) ?? 0
    let title = reading.blocks[..<first].lastIndex { $0.tag == .h1 } ?? first
    let start = max(0, min(title, first) - 6)
    let end = min(reading.blocks.count, max(first, title) + 3)
    guard start < end else { return [] }
    let order = Array(title..<end) + Array(start..<max(start, title)).reversed()
    return order.filter { reading.blocks.indices.contains($0) }.map { reading.blocks[$0] }
  }
}

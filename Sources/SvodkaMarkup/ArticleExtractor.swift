public import SvodkaKit

/// Finds the article in a page, and drops the furniture around it.
public struct ArticleExtractor: Sendable {
  /// Reads the tables.
  ///
  /// - Throws: `R101` when a table is missing, `P101`…`P103` when it does not fit.
  public init(resources: any ResourceProvider) throws(AnalysisError) {}

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
    var article = Article()
    article.text = page
    return article
  }

  /// The article of a page that was copied as plain text.
  public func article(plain text: String) -> Article {
    var article = Article()
    article.text = text
    return article
  }
}

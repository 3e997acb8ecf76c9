import Foundation
import SvodkaMarkup
import SvodkaResources
import Testing

@Suite struct InventedPagesTests {
  private let extractor: ArticleExtractor

  init() throws { extractor = try ArticleExtractor(resources: ResourceLoader()) }

  @Test func thereAreTemplatesOfBothLanguages() {
    #expect(InventedPage.all.count { $0.template.hasPrefix("ru") } >= 120)
    #expect(InventedPage.all.count { $0.template.hasPrefix("en") } >= 60)
  }

  @Test func theBodiesComeWithoutFurniture() throws {
    var (precisions, recalls) = ([Double](), [Double]())
    for page in InventedPage.all {
      let article = try extractor.article(page: page.html)
      let (precision, recall) = page.agreement(of: article.text)
      // No page is lost, and none is drowned.
      #expect(recall >= 0.7, "\(page) lost: \(article.text)")
      #expect(precision >= 0.7, "furniture in \(page): \(article.text)")
      precisions.append(precision)
      recalls.append(recall)
    }
    let count = Double(InventedPage.all.count)
    #expect(recalls.reduce(0, +) / count >= 0.985)
    #expect(precisions.reduce(0, +) / count >= 0.98)
  }

  @Test func titleAuthorsAndDateAreTold() throws {
    for page in InventedPage.all {
      let article = try extractor.article(page: page.html)
      #expect(article.title == page.article.title, "\(page)")
      #expect(Set(article.authors) == (page.tellsAuthors ? Set(page.article.author) : []), "\(page)")
      #expect(article.date.map { String($0.prefix(10)) } == (page.tellsDate ? page.article.date : nil), "\(page)")
    }
  }
}

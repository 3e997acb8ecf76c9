import Foundation
import SvodkaMarkup
import SvodkaResources
import Testing

@Suite struct InventedPagesTests {
  private let extractor: ArticleExtractor

  init() throws { extractor = try ArticleExtractor(resources: ResourceLoader()) }

  @Test func thereAreTemplatesOfBothLanguages() {
    #expect(InventedPage.all.count { $0.template.hasPrefix("ru") } >= 20)
    #expect(InventedPage.all.count { $0.template.hasPrefix("en") } >= 8)
  }

  @Test(arguments: InventedPage.all) func theBodyComesWithoutFurniture(page: InventedPage) throws {
    let article = try extractor.article(page: page.html)
    let (precision, recall) = page.agreement(of: article.text)
    #expect(recall >= 0.97, "lost: \(article.text)")
    #expect(precision >= 0.85, "furniture in: \(article.text)")
  }

  @Test(arguments: InventedPage.all) func titleAuthorsAndDateAreTold(page: InventedPage) throws {
    let article = try extractor.article(page: page.html)
    #expect(article.title == page.article.title)
    #expect(Set(article.authors) == Set(page.article.author))
    #expect(article.date?.hasPrefix(page.article.date) == true, "\(article.date ?? "none")")
  }
}

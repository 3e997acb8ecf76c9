import SvodkaKit
import SvodkaMarkup
import SvodkaResources

/// Bytes as a page and as its plain copy: an article or an error, never both, and nothing invented.
struct PageFuzz: FuzzTarget {
  private let extractor: ArticleExtractor
  init() throws { extractor = try ArticleExtractor(resources: ResourceLoader()) }

  func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for keeping in [false, true] {
      guard let article = try? extractor.article(page: text, keepingFurniture: keeping, depthLimit: 256) else {
        continue
      }
      precondition(!keeping || article.removed.isEmpty)
      precondition(article.removed.allSatisfy { !$0.reason.isEmpty })
    }
    let plain = extractor.article(plain: text)
    precondition(plain.text.utf8.count <= text.utf8.count + 1)
  }
}

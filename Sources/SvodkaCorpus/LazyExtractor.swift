import SvodkaKit
import SvodkaMarkup
import Synchronization

/// The article extractor, made when the first page needs it: a run over plain rows reads no lexicon of furniture.
final class LazyExtractor: Sendable {
  private let resources: any ResourceProvider
  private let made = Mutex<Result<ArticleExtractor, AnalysisError>?>(nil)

  init(resources: any ResourceProvider) { self.resources = resources }

  /// - Throws: `R101`, `R102`, `P101`…`P103` when a table is missing or broken.
  func get() throws(AnalysisError) -> ArticleExtractor {
    let result = made.withLock { made in
      if let made { return made }
      let result: Result<ArticleExtractor, AnalysisError>
      do throws(AnalysisError) { result = .success(try ArticleExtractor(resources: resources)) } catch {
        result = .failure(error)
      }
      made = result
      return result
    }
    return try result.get()
  }
}

/// A sentence kept in a summary, ordered by a hash of what it says and where, so that which sentences are kept depends on no order of
/// documents.
public struct KeptEvidence: Codable, Sendable, Hashable, Comparable {
  /// At most this many are kept for one thing.
  public static let most = 50

  /// The number of the sentence's id: FNV-1a over the document's id and the sentence with its findings.
  public let hash: Int
  private let shared: Shared<ReportEvidence>

  private enum CodingKeys: String, CodingKey {
    case hash
    case shared = "quote"
  }

  /// Takes a sentence.
  public init(_ quote: ReportEvidence) {
    hash = Int(truncatingIfNeeded: quote.hash)
    shared = Shared(quote)
  }

  /// The sentence.
  public var quote: ReportEvidence { shared.value }

  /// By hash, then by quotation.
  public static func < (a: KeptEvidence, b: KeptEvidence) -> Bool {
    a.hash != b.hash ? a.hash < b.hash : a.quote < b.quote
  }
}

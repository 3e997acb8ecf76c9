/// A sentence kept in a summary, ordered by a hash of its place, so that which sentences are kept depends on no order of documents.
public struct KeptEvidence: Codable, Sendable, Hashable, Comparable {
  /// At most this many are kept for one thing.
  public static let most = 50

  /// FNV-1a, 32 bits, over the document's id and the sentence with its findings.
  public var hash: UInt32
  /// The sentence.
  public var quote: ReportEvidence

  /// Takes a sentence.
  public init(_ quote: ReportEvidence) {
    var hash: UInt32 = 0x811C_9DC5
    for byte in quote.id.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    self.hash = hash
    self.quote = quote
  }

  /// By hash, then by quotation.
  public static func < (a: KeptEvidence, b: KeptEvidence) -> Bool {
    a.hash != b.hash ? a.hash < b.hash : a.quote < b.quote
  }
}

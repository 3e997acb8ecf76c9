/// Answers to what was asked lately, in bounded memory: new ones, and old ones asked for again, go into a young generation;
/// when it is full it becomes the old one, and what had not been asked for since is dropped.
struct RecentAnswers<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  private let capacity: Int
  private var young: [Question: Answer] = [:]
  private var old: [Question: Answer] = [:]

  /// Keeps up to twice `capacity` answers.
  init(capacity: Int) { self.capacity = capacity }

  /// The answer, where it is still known.
  mutating func find(_ question: Question) -> Answer? {
    if let known = young[question] { return known }
    guard let known = old[question] else { return nil }
    add(known, to: question)
    return known
  }

  /// Keeps an answer.
  mutating func add(_ answer: Answer, to question: Question) {
    if young.count >= capacity {
      old = young
      young.removeAll(keepingCapacity: true)
    }
    young[question] = answer
  }
}

/// A word as a key of a hash table, by its bytes: the hash of a `String` outside ASCII goes by its normal form and costs more
/// than what is looked up.
struct WordBytes: Hashable, Sendable {
  private let bytes: [UInt8]

  init(_ word: String) { bytes = Array(word.utf8) }

  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

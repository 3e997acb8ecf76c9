/// A parse of a text: for each word its head, which for a root is the word itself, and the number of its relation.
struct ParsedWords: Sendable, Hashable {
  var heads: [Int32]
  var relations: [Int32]
  /// By word: true for the first of a sentence.
  private(set) var startsSentence: [Bool] = []
  private var leftEdges: [Int32] = []
  private var rightEdges: [Int32] = []

  init(heads: [Int32], relations: [Int32]) {
    self.heads = heads
    self.relations = relations
    findEdges()
  }

  /// Finds how far the words below each word reach, and with the roots' reach the sentences. With arcs that cross others one
  /// pass is not enough; spaCy makes twelve at most.
  private mutating func findEdges() {
    let words = heads.indices
    leftEdges = words.map { Int32($0) }
    rightEdges = leftEdges
    startsSentence = [Bool](repeating: false, count: heads.count)
    for _ in 0..<12 {
      for word in words { widen(word) }
      for word in words.reversed() { widen(word) }
      for word in words { startsSentence[word] = false }
      for word in words where heads[word] == word { startsSentence[Int(leftEdges[word])] = true }
      if isWithinSentences { return }
    }
  }

  private mutating func widen(_ word: Int) {
    let head = Int(heads[word])
    leftEdges[head] = min(leftEdges[head], leftEdges[word])
    rightEdges[head] = max(rightEdges[head], rightEdges[word])
  }

  private var isWithinSentences: Bool {
    var start = 0
    for end in heads.indices where (end > 0 && startsSentence[end]) || end == heads.count - 1 {
      for word in start..<end where heads[word] < start || heads[word] > end { return false }
      start = end
    }
    return true
  }

  /// Undoes the lifting of arcs that would have crossed others (Nivre and Nilsson 2005): a word whose relation names that of its true
  /// head is hung on the first word below its head that has it, the nearest level first.
  ///
  /// - Parameters:
  ///   - lifted: by relation: the plain relation with that of the true head; nil for one that is plain.
  ///   - isSpace: tells words of white space, which are passed over.
  mutating func lower(_ lifted: [(relation: Int32, head: Int32)?], isSpace: (Int) -> Bool) {
    var hasLifted = false
    for word in heads.indices {
      guard let (relation, headRelation) = lifted[Int(relations[word])] else { continue }
      heads[word] = Int32(head(of: word, relation: headRelation, isSpace: isSpace))
      relations[word] = relation
      hasLifted = true
    }
    // Relations of roots may be lifted as well, so that sentences are found anew in any case.
    if hasLifted { findEdges() }
  }

  private func head(of word: Int, relation: Int32, isSpace: (Int) -> Bool) -> Int {
    var level = [Int(heads[word])]
    var seen = 0
    while !level.isEmpty, seen <= heads.count {
      var below: [Int] = []
      for parent in level {
        for child in Int(leftEdges[parent])...Int(rightEdges[parent])
        where child != parent && Int(heads[child]) == parent && child != word && !isSpace(child) {
          if relations[child] == relation { return child }
          below.append(child)
        }
      }
      seen += level.count
      level = below
    }
    return Int(heads[word])
  }
}

/// The word that is likeliest meant, by edit distance with transpositions (Damerau, restricted), at most a third of its letters away.
public func nearestWord(to word: String, among words: [String]) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars)
  var best: (distance: Int, word: String)?
  for candidate in words {
    let letters = Array(candidate.lowercased().unicodeScalars)
    let distance = editDistance(wanted, letters)
    let limit = max(1, max(wanted.count, letters.count) / 3)
    guard distance <= limit else { continue }
    if let current = best, (current.distance, current.word) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.word
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var older = [Int](repeating: 0, count: b.count + 1)
  var old = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    for j in 1...b.count {
      var cost = min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, older[j - 2] + 1) }
      row.append(cost)
    }
    (older, old) = (old, row)
  }
  return old[b.count]
}

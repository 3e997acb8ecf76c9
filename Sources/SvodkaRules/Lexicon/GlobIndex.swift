import SvodkaLanguage

/// Words with `*` (any letters, or none) and `?` (one letter), each with a number.
///
/// Most end in their only star (`sanction*`) and are found by one walk along the word. Others are found by the letters
/// before their first wildcard or behind their last, and then compared; only those that begin and end with one are
/// compared with every word.
struct GlobIndex: Sendable {
  private struct Glob: Sendable {
    var letters: [UInt8]
    var number: Int32
  }

  private var beginnings = ByteTrie()
  /// By the node where the beginning ends: the numbers of globs that need no more, and those that need to be compared.
  private var whole: [Int32: [Int32]] = [:]
  private var begun: [Int32: [Glob]] = [:]
  private var endings = ByteTrie()
  private var ended: [Int32: [Glob]] = [:]
  private var others: [Glob] = []
  /// No wildcards at all.
  private(set) var isEmpty = true

  /// Adds a word with wildcards.
  mutating func insert(_ glob: String, number: Int32) {
    isEmpty = false
    let letters = Array(glob.utf8)
    let wild = letters.indices.filter { Self.isWild(letters[$0]) }
    guard let first = wild.first, let last = wild.last else { return }
    if first > 0 {
      let node = beginnings.insert(letters[..<first])
      if first == letters.count - 1, letters[first] == Self.star {
        whole[node, default: []].append(number)
      } else {
        begun[node, default: []].append(Glob(letters: letters, number: number))
      }
    } else if last < letters.count - 1 {
      let node = endings.insert(letters[(last + 1)...].reversed()[...])
      ended[node, default: []].append(Glob(letters: letters, number: number))
    } else {
      others.append(Glob(letters: letters, number: number))
    }
  }

  /// Appends the numbers of the globs that a word fits.
  func find(_ word: UnsafeBufferPointer<UInt8>, into found: inout [Int32]) {
    var node: Int32 = 0
    for i in 0..<word.count {
      node = beginnings.child(of: node, word[i])
      if node < 0 { break }
      guard beginnings.isEnd(node) else { continue }
      if let numbers = whole[node] { found += numbers }
      for glob in begun[node] ?? [] where Self.fits(glob.letters, word) { found.append(glob.number) }
    }
    node = 0
    if !ended.isEmpty {
      for i in (0..<word.count).reversed() {
        node = endings.child(of: node, word[i])
        if node < 0 { break }
        guard endings.isEnd(node) else { continue }
        for glob in ended[node] ?? [] where Self.fits(glob.letters, word) { found.append(glob.number) }
      }
    }
    for glob in others where Self.fits(glob.letters, word) { found.append(glob.number) }
  }

  private static let star = UInt8(ascii: "*")
  private static let question = UInt8(ascii: "?")
  private static func isWild(_ byte: UInt8) -> Bool { byte == star || byte == question }

  /// Greedy with one place to come back to: the last star. `?` takes a whole scalar.
  private static func fits(_ glob: [UInt8], _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var (g, w) = (0, 0)
    var (starAt, resume) = (-1, 0)
    while w < word.count {
      if g < glob.count, glob[g] == star {
        (starAt, resume) = (g, w)
        g += 1
      } else if g < glob.count, glob[g] == question {
        g += 1
        w += 1
        while w < word.count, word[w] & 0xC0 == 0x80 { w += 1 }
      } else if g < glob.count, glob[g] == word[w] {
        g += 1
        w += 1
      } else if starAt >= 0 {
        resume += 1
        while resume < word.count, word[resume] & 0xC0 == 0x80 { resume += 1 }
        (g, w) = (starAt + 1, resume)
      } else {
        return false
      }
    }
    while g < glob.count, glob[g] == star { g += 1 }
    return g == glob.count
  }
}

/// Endings of words, told byte by byte from the end of a token's key.
///
/// Comparing strings outside ASCII goes by their normal form; keys are normal already, so that their bytes do.
package struct WordEndings: Sendable {
  private var trie = ByteTrie()

  /// Takes endings as they stand in keys.
  package init(_ endings: some Sequence<String>) { for ending in endings { _ = trie.insert(ending.utf8.reversed()) } }

  /// True when a key ends so.
  package func end(_ key: String) -> Bool {
    var at: Int32 = 0
    for byte in key.utf8.reversed() {
      at = trie.child(of: at, byte)
      if at < 0 { return false }
      if trie.isEnd(at) { return true }
    }
    return false
  }
}

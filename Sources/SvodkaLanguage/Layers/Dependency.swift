public import SvodkaKit

/// The word on which a word depends, and how.
public struct Dependency: Sendable, Hashable {
  /// The head, as an index into the `tokens` layer of the whole document; -1 for the root of a sentence.
  public var head: Int
  /// The relation as Universal Dependencies names it: `nsubj`, `obl`, `nummod:gov`, `root`, …
  public var relation: String
  /// The relation that the model itself gives, such as `pobj`, where it differs from UD.
  public var native: String?

  /// Hangs a word on its head.
  public init(head: Int, relation: String, native: String? = nil) {
    self.head = head
    self.relation = relation
    self.native = native
  }

  /// True when the word hangs on no other.
  public var isRoot: Bool { head < 0 }
}

/// The layer of syntax: one for each token of `tokens`, in its order. A head lies in the word's own sentence.
public enum Dependencies {
  /// Its key.
  public static let layer = Layer<[Dependency]>("dependencies")
}

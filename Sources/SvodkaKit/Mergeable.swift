/// What can be summed over documents: `init()` is the identity, `merge` is associative and commutative.
///
/// Built from sets of atoms (keyed by document and finding) and counters, such summaries come out the same whatever the order of the documents.
public protocol Mergeable: Sendable {
  /// The identity: merging it changes nothing.
  init()
  /// Takes in another summary.
  mutating func merge(_ other: Self)
}

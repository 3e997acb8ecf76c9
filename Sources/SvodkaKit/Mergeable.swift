/// What can be summed over documents: `init()` is the identity, `merge` is associative and commutative.
///
/// Built from sets of atoms (keyed by document and finding) and counters, such summaries come out the same whatever the order of the documents.
public protocol Mergeable: Sendable {
  /// The identity: merging it changes nothing.
  init()
  /// Takes in another summary.
  mutating func merge(_ other: Self)
}

/// A summary that knows from which document each of its parts comes, so that a report can be made without near-duplicates.
public protocol DocumentKeyed: Mergeable {
  /// Leaves what comes from documents for which `keeps` holds.
  mutating func keep(documents keeps: (String) -> Bool)
}

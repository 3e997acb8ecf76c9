public import SvodkaKit

/// The layer of dictionary forms: one for each token of `tokens`, in its order, in lower case.
///
/// A mark of punctuation or a number is its own lemma.
public enum Lemmas {
  /// Its key.
  public static let layer = Layer<[String]>("lemmas")
}

public import SvodkaKit

/// What a word form is: part of speech and features, in the words of Universal Dependencies.
public struct Morph: Sendable, Hashable {
  /// The part of speech, a UD universal tag: `NOUN`, `PROPN`, `VERB`, `PUNCT`, …
  public var tag: String
  /// The features as UD writes them, sorted by name: `Case=Nom|Gender=Masc|Number=Sing`; empty where there are none.
  public var features: String
  /// The tag that the model itself gives, such as `NNP`, where it differs from UD.
  public var native: String?

  /// Describes a word form.
  public init(tag: String, features: String = "", native: String? = nil) {
    self.tag = tag
    self.features = features
    self.native = native
  }

  /// The value of one feature: `morph["Case"]` is `Nom`; nil where it has none.
  public subscript(_ name: String) -> String? {
    for feature in features.split(separator: "|") {
      guard let mark = feature.firstIndex(of: "=") else { continue }
      if feature[..<mark] == name { return String(feature[feature.index(after: mark)...]) }
    }
    return nil
  }
}

/// The layer of parts of speech and features: one for each token of `tokens`, in its order.
public enum Morphology {
  /// Its key.
  public static let layer = Layer<[Morph]>("morphology")
}

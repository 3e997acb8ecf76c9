/// What a pipeline says of one token, in the model's own words; what it has not said is empty.
struct SpacyAnalysis: Sendable, Hashable {
  /// The fine-grained tag: `NNS`.
  var tag = ""
  /// The part of speech, a UD universal tag, or `SPACE`.
  var pos = ""
  /// The features: `Number=Plur`.
  var morph = ""
  /// The relation to the head: `dobj`.
  var relation = ""
  /// The lemma, where a rule has given one.
  var lemma: String?

  init(tag: String = "", pos: String = "", morph: String = "", relation: String = "", lemma: String? = nil) {
    self.tag = tag
    self.pos = pos
    self.morph = morph
    self.relation = relation
    self.lemma = lemma
  }

  /// Takes a label of a morphologizer, in which the part of speech stands among the features: `Number=Sing|POS=NOUN`.
  init(morphologizer label: String) {
    let features = label.split(separator: "|")
    pos = features.first { $0.hasPrefix("POS=") }.map { String($0.dropFirst(4)) } ?? ""
    morph = features.filter { !$0.hasPrefix("POS=") && $0 != "_" }.joined(separator: "|")
  }

  /// The value of a feature; nil where it has none.
  func feature(_ name: String) -> Substring? {
    for feature in morph.split(separator: "|") where feature.hasPrefix(name) {
      let value = feature.dropFirst(name.count)
      if value.first == "=" { return value.dropFirst() }
    }
    return nil
  }
}

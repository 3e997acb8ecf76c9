import SvodkaKit

/// One text as the models see it. The published models have their words and shapes in common, so that what was made for one
/// of them serves the next.
struct SlovnetText {
  let text: DocumentText
  let language: String
  let tokens: [Token]
  let sentences: [Sentence]
  let classes: ScalarClasses
  private var made: (shapes: [String], forms: [SlovnetForm])?
  private var ordered: (shapes: [String], sequence: SentenceSequence)?

  init(text: DocumentText, language: String, tokens: [Token], sentences: [Sentence], classes: ScalarClasses) {
    self.text = text
    self.language = language
    self.tokens = tokens
    self.sentences = sentences
    self.classes = classes
  }

  /// The forms of the tokens.
  mutating func forms(_ shapes: SlovnetShapes, _ models: SlovnetModels) throws(AnalysisError) -> [SlovnetForm] {
    if let made, made.shapes == shapes.vocabulary { return made.forms }
    let forms = try models.forms(tokens, of: text, language: language, shapes: shapes, classes: classes)
    made = (shapes.vocabulary, forms)
    return forms
  }

  /// The same with a separator behind every sentence.
  mutating func sequence(_ shapes: SlovnetShapes, _ models: SlovnetModels) throws(AnalysisError) -> SentenceSequence {
    if let ordered, ordered.shapes == shapes.vocabulary { return ordered.sequence }
    let sequence = SentenceSequence(
      try forms(shapes, models), sentences, longest: SyntaxModel.longestSentence)
    ordered = (shapes.vocabulary, sequence)
    return sequence
  }
}

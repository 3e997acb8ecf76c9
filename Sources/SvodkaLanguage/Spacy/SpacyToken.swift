import SvodkaKit

/// A token as a spaCy model sees it; white space longer than one blank is a token too.
struct SpacyToken: Sendable, Hashable {
  /// Where it stands, in UTF-8 bytes.
  var span: TextSpan
  /// The number of its form in `SpacyForms`.
  var form: Int32
  /// True when one blank stands behind it that belongs to no other token.
  var hasSpaceAfter: Bool
}

/// The tokens of a text, with the forms that their numbers mean.
struct SpacyTokens: Sendable {
  var tokens: [SpacyToken]
  /// Later texts may come with other forms: what is kept by form number has to be kept by `forms.generation` too.
  let forms: SpacyForms
}

/// What depends on the written form of a token alone. Numbers of words are those of `SpacyStrings`.
final class SpacyForm: Sendable {
  /// The form as written.
  let text: String
  /// The form in lower case.
  let lower: String
  /// The normal form: the tokenizer's exception, the model's table, or lower case.
  let norm: String
  /// Letters as X and x, digits as d, at most four of a kind in a row; `LONG` from 100 characters on.
  let shape: String
  /// True when it is made of white space only.
  let isSpace: Bool

  /// The number of `text`.
  let textID: UInt64
  /// The number of `lower`.
  let lowerID: UInt64
  /// The number of `norm`.
  let normID: UInt64
  /// The number of the first character.
  let prefixID: UInt64
  /// The number of the last three characters.
  let suffixID: UInt64
  /// The number of `shape`.
  let shapeID: UInt64

  /// What it is in the layer of tokens.
  let kind: Token.Kind
  /// How it is written, in the words of the layer of tokens.
  let tokenShape: Token.Shape
  /// The key in the layer of tokens.
  let key: String

  init(
    text: String, lower: String, norm: String, shape: String, isSpace: Bool, textID: UInt64, lowerID: UInt64,
    normID: UInt64, prefixID: UInt64, suffixID: UInt64, shapeID: UInt64, kind: Token.Kind, tokenShape: Token.Shape,
    key: String
  ) {
    self.text = text
    self.lower = lower
    self.norm = norm
    self.shape = shape
    self.isSpace = isSpace
    self.textID = textID
    self.lowerID = lowerID
    self.normID = normID
    self.prefixID = prefixID
    self.suffixID = suffixID
    self.shapeID = shapeID
    self.kind = kind
    self.tokenShape = tokenShape
    self.key = key
  }
}

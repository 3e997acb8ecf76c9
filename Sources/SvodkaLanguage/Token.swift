public import SvodkaKit

/// A word, number or mark of a text.
public struct Token: Sendable, Hashable {
  /// What a token is made of.
  public enum Kind: UInt8, Sendable {
    /// Letters, with inner hyphens and apostrophes: «Аддис-Абеба», "don't".
    case word
    /// Digits with their inner grouping and decimal marks: 1,200 and 2.5.
    case number
    /// Letters and digits together: Т-72, 2nd, B52.
    case mixed
    /// One mark of punctuation or a symbol.
    case mark
  }

  /// How a word is written.
  public enum Shape: UInt8, Sendable {
    /// No letter with case.
    case none
    /// все строчные.
    case lower
    /// Первая прописная.
    case title
    /// ВСЕ ПРОПИСНЫЕ, two letters and more.
    case upper
    /// МихАил, iPhone, ЛДНРовец.
    case mixed
  }

  /// Where it stands, in UTF-8 bytes.
  public var span: TextSpan
  /// What it is made of.
  public var kind: Kind
  /// How it is written.
  public var shape: Shape
  /// The form, lowercased, NFC, ё as е and all apostrophes as ', by which lexicons are looked up.
  public var key: String
  /// True when white space stands before it.
  public var spaceBefore: Bool

  /// Makes a token.
  public init(span: TextSpan, kind: Kind, shape: Shape, key: String, spaceBefore: Bool) {
    self.span = span
    self.kind = kind
    self.shape = shape
    self.key = key
    self.spaceBefore = spaceBefore
  }
}

/// A sentence, as spans of the text and of the token layer.
public struct Sentence: Sendable, Hashable {
  /// Where it stands, in UTF-8 bytes, without white space at its ends.
  public var span: TextSpan
  /// Its tokens, as indices into the `tokens` layer.
  public var tokens: Range<Int>
  /// The paragraph it belongs to, from 0. Paragraphs are divided by line ends.
  public var paragraph: Int

  /// Makes a sentence.
  public init(span: TextSpan, tokens: Range<Int>, paragraph: Int) {
    self.span = span
    self.tokens = tokens
    self.paragraph = paragraph
  }
}

/// The layer of tokens, in text order.
public enum Tokens {
  /// Its key.
  public static let layer = Layer<[Token]>("tokens")
}

/// The layer of sentences, in text order; together they hold every token.
public enum Sentences {
  /// Its key.
  public static let layer = Layer<[Sentence]>("sentences")
}

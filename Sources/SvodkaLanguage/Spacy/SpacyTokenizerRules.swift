import SvodkaKit

/// How a model cuts words: its file `tokenizer`.
final class SpacyTokenizerRules: Sendable {
  /// A part of a word that the model cuts in its own way.
  struct Part: Sendable {
    var text: String
    /// The normal form, where it is another than usual.
    var norm: String?
  }

  let prefix: PythonPattern?
  let suffix: PythonPattern?
  let infix: PythonPattern?
  /// What stays whole whatever it holds.
  let whole: PythonPattern?
  let address: PythonPattern?
  /// The parts of words with a cut of their own; by number, in the order of the words.
  let exceptions: [[Part]]
  /// The words themselves.
  let exceptionWords: [String]
  private let exceptionNumbers: [ExactString: Int]
  private let longestException: Int
  /// Whether exceptions are looked for across words only where an affix is involved.
  let isFaster: Bool

  /// - Throws: `R103` for what is no such file.
  init(_ file: [UInt8]) throws(AnalysisError) {
    let root = try MessagePackValue(file, name: "tokenizer")
    guard let exceptions = root["exceptions"]?.map else { throw Self.broken("no exceptions") }
    func pattern(_ name: String) throws(AnalysisError) -> PythonPattern? {
      guard let source = root[name]?.string, !source.isEmpty else { return nil }
      return try PythonPattern(source, name: name)
    }
    prefix = try pattern("prefix_search")
    suffix = try pattern("suffix_search")
    infix = try pattern("infix_finditer")
    whole = try pattern("token_match")
    address = try pattern("url_match")
    isFaster = root["faster_heuristics"]?.bool ?? true
    var rules: [(word: String, parts: [Part])] = []
    for entry in exceptions {
      guard let word = entry.key.string, let parts = entry.value.array else {
        throw Self.broken("an exception without parts")
      }
      var read: [Part] = []
      for part in parts { read.append(try Self.part(part)) }
      guard read.map(\.text).joined() == word else { throw Self.broken("an exception that does not give its word") }
      rules.append((word, read))
    }
    rules.sort { $0.word < $1.word }
    self.exceptions = rules.map(\.parts)
    exceptionWords = rules.map(\.word)
    exceptionNumbers = Dictionary(
      zip(exceptionWords.map(ExactString.init), rules.indices), uniquingKeysWith: { _, last in last })
    longestException = exceptionWords.map(\.utf8.count).max() ?? 0
  }

  /// The exception that bytes are, if they are one.
  func exception(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard bytes.count <= longestException else { return nil }
    return exceptionNumbers[ExactString(String(decoding: bytes, as: UTF8.self))]
  }

  private static func broken(_ what: String) -> AnalysisError {
    AnalysisError(.brokenModel, "the file 'tokenizer' of the model cannot be used, it holds \(what)")
  }

  /// The attributes of a part are keyed by spaCy's numbers of attributes.
  private static func part(_ value: MessagePackValue) throws(AnalysisError) -> Part {
    var (text, norm): (String?, String?)
    for entry in value.map ?? [] {
      switch entry.key.int {
      case 65: text = entry.value.string
      case 67: norm = entry.value.string
      default: throw broken("an exception with an unknown attribute")
      }
    }
    guard let text else { throw broken("an exception without a text") }
    return Part(text: text, norm: norm)
  }
}

import SvodkaKit

/// Makes forms: the lexical attributes of spaCy 3.
struct SpacyLexicon: Sendable {
  let strings: SpacyStrings
  /// The model's own normal forms, by the number of the form.
  private let modelNorms: [UInt64: String]
  /// Those of marks, by form.
  private let baseNorms: [ExactString: String]

  /// Reads the normal forms.
  ///
  /// - Parameters:
  ///   - lookups: the model's file `vocab/lookups.bin`, of which the table `lexeme_norm` is used.
  ///   - resources: where the program's own tables are.
  /// - Throws: `R103` for a broken file, `R101` and `R102` for the program's tables.
  init(lookups: [UInt8], resources: any ResourceProvider) throws(AnalysisError) {
    strings = try SpacyStrings(resources: resources)
    var norms: [UInt64: String] = [:]
    for entry in try MessagePackValue(lookups, name: "lookups.bin")["lexeme_norm"]?.map ?? [] {
      if let form = entry.key.hash, let norm = entry.value.string { norms[form] = norm }
    }
    modelNorms = norms
    baseNorms = Dictionary(
      try PairTable.read("Tables/spacy.norms.tsv", resources).map { (ExactString($0.0), $0.1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A form with all that depends on it; `norm` is the normal form that a tokenizer exception gives.
  func form(_ text: String, norm exception: String? = nil) -> SpacyForm {
    let scalars = Array(text.unicodeScalars)
    let textID = strings.number(of: text)
    let lower = PythonText.lower(text)
    let norm = exception ?? modelNorms[textID] ?? baseNorms[ExactString(text)] ?? lower
    let shape = Self.shape(scalars)
    let (key, tokenShape) = TokenKey.make(Array(text.utf8)[...])
    return SpacyForm(
      text: text, lower: lower, norm: norm, shape: shape, isSpace: scalars.allSatisfy { PythonText.isSpace($0.value) },
      textID: textID, lowerID: strings.number(of: lower), normID: strings.number(of: norm),
      prefixID: strings.number(of: String(text.unicodeScalars.prefix(1))),
      suffixID: strings.number(of: String(text.unicodeScalars.suffix(3))), shapeID: strings.number(of: shape),
      kind: Self.kind(scalars), tokenShape: tokenShape, key: key)
  }

  /// The outline of a word: `Xxxxx`, `dd.d`, `XXXX`.
  static func shape(_ scalars: [Unicode.Scalar]) -> String {
    if scalars.count >= 100 { return "LONG" }
    var shape = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    var run = 0
    for scalar in scalars {
      let outline: Unicode.Scalar =
        if PythonText.isLetter(scalar) { scalar.properties.isUppercase ? "X" : "x" } else {
          PythonText.isDigit(scalar) ? "d" : scalar
        }
      run = outline == last ? run + 1 : 0
      last = outline
      if run < 4 { shape.append(outline) }
    }
    return String(shape)
  }

  private static func kind(_ scalars: [Unicode.Scalar]) -> Token.Kind {
    let letters = scalars.contains { $0.properties.isAlphabetic }
    let digits = scalars.contains { $0.properties.numericType == .decimal }
    return letters ? (digits ? .mixed : .word) : digits ? .number : .mark
  }
}

import SvodkaKit
import Synchronization

/// Cuts a text into tokens as the `Tokenizer` of spaCy 3 (github.com/explosion/spaCy, MIT) does with the rules of one model.
///
/// A stretch of more than 2,048 bytes without white space is cut into such stretches first, since the time that affixes take grows
/// with its square.
///
/// Any number of tasks may use one tokenizer; what it has learned of a word is kept for all of them.
final class SpacyTokenizer: Sendable {
  /// With so many bytes of words the next text begins with empty tables.
  private static let manyBytes = 1 << 21
  /// In bytes.
  private static let longestStretch = 2048

  /// What was learned of the texts so far.
  private struct State {
    var forms = SpacyForms()
    var numbers: [ExactString: Int32] = [:]
    var words = SpacyWordTable()
    /// By the number of an exception: its parts.
    var exceptions: [Int: [SpacyWordTable.Piece]] = [:]
    /// By form: whether an exception over several tokens can begin with it.
    var canStart: [Bool] = []
  }

  /// The numbers of strings, for whoever has to number tags or relations.
  let strings: SpacyStrings
  private let lexicon: SpacyLexicon
  private let rules: SpacyTokenizerRules
  private let cutter: SpacyCutter
  private let matcher: SpacyExceptionMatcher
  private let manyForms: Int
  private let state = Mutex(State())

  /// Reads the rules of a model.
  ///
  /// - Parameters:
  ///   - tokenizer: the model's file `tokenizer`.
  ///   - lookups: the model's file `vocab/lookups.bin`.
  ///   - resources: where the program's own tables are.
  ///   - manyForms: with so many forms the next text begins with empty tables.
  /// - Throws: `R103` for files that are not what they should be, `R101` and `R102` for the program's tables.
  init(
    tokenizer: [UInt8], lookups: [UInt8], resources: any ResourceProvider, manyForms: Int = 1 << 16
  ) throws(AnalysisError) {
    self.manyForms = manyForms
    lexicon = try SpacyLexicon(lookups: lookups, resources: resources)
    strings = lexicon.strings
    rules = try SpacyTokenizerRules(tokenizer)
    cutter = SpacyCutter(rules: rules)
    matcher = Self.matcher(cutter, strings)
  }

  /// The tokens of a text, those of white space included.
  func tokens(of text: DocumentText) -> SpacyTokens {
    state.withLock { state in
      if state.forms.count >= manyForms || state.words.size >= Self.manyBytes { state = State() }
      var tokens: [SpacyToken] = []
      tokens.reserveCapacity(text.count / 4)
      var starts: [Int] = []
      text.bytes.withUnsafeBufferPointer { bytes in
        SpacyWhiteSpace.forEachStretch(in: bytes) { range, hasSpaceAfter in
          var start = range.lowerBound
          while start < range.upperBound {
            let part = start..<Self.partEnd(in: bytes, start, range.upperBound)
            for place in pieces(of: bytes, part, &state) {
              let piece = state.words.pieces[place]
              if state.canStart[Int(piece.form)] { starts.append(tokens.count) }
              let end = start + Int(piece.length)
              tokens.append(SpacyToken(span: TextSpan(start, end), form: piece.form, hasSpaceAfter: false))
              start = end
            }
          }
          tokens[tokens.count - 1].hasSpaceAfter = hasSpaceAfter
        }
      }
      if !starts.isEmpty { applyExceptions(to: &tokens, from: starts, of: text, &state) }
      return SpacyTokens(tokens: tokens, forms: state.forms)
    }
  }

  /// Where a stretch that begins at `start` has to be cut, if it is too long: before a character, in any case behind `start`.
  private static func partEnd(in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    if end - start <= longestStretch { return end }
    var place = start + longestStretch
    while bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  private func pieces(
    of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ state: inout State
  ) -> Range<Int> {
    let word = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[range])
    let hash = SpacyStrings.hash(word)
    if let known = state.words.find(word, hash: hash) { return known }
    var cut: [SpacyWordTable.Piece] = []
    let pieces = rules.exception(bytes[range]).map { [.exception($0)] } ?? cutter.pieces(of: bytes, range)
    for piece in pieces {
      switch piece {
      case .bytes(let range):
        let form = form(String(decoding: bytes[range], as: UTF8.self), norm: nil, &state)
        cut.append(.init(length: Int32(range.count), form: form))
      case .exception(let number): cut += parts(of: number, &state)
      }
    }
    return state.words.add(word, hash: hash, cut)
  }

  private func parts(of exception: Int, _ state: inout State) -> [SpacyWordTable.Piece] {
    if let known = state.exceptions[exception] { return known }
    let parts = rules.exceptions[exception].map { part in
      SpacyWordTable.Piece(length: Int32(part.text.utf8.count), form: form(part.text, norm: part.norm, &state))
    }
    state.exceptions[exception] = parts
    return parts
  }

  private func form(_ text: String, norm: String?, _ state: inout State) -> Int32 {
    // A form with a normal form of its own is another one; no token holds a line feed before anything but white space.
    let key = ExactString(norm.map { "\(text)\n=\($0)" } ?? text)
    if let number = state.numbers[key] { return number }
    let form = lexicon.form(text, norm: norm)
    let number = state.forms.add(form)
    state.numbers[key] = number
    state.canStart.append(matcher.canStart(with: form.textID))
    return number
  }

  private func applyExceptions(
    to tokens: inout [SpacyToken], from starts: [Int], of text: DocumentText, _ state: inout State
  ) {
    let forms = state.forms
    let matches = matcher.matches(from: starts, count: tokens.count) { forms[tokens[$0].form].textID }
    var changed: [SpacyToken] = []
    var copied = 0
    for match in matches {
      let span = TextSpan(tokens[match.lowerBound].span.start, tokens[match.upperBound - 1].span.end)
      // Tokens with a blank between them are no exception, unless the exception has the blank too.
      let number = text.bytes.withUnsafeBufferPointer { rules.exception($0[span.range]) }
      guard let number else { continue }
      changed += tokens[copied..<match.lowerBound]
      var start = span.start
      for part in parts(of: number, &state) {
        let end = start + Int(part.length)
        changed.append(SpacyToken(span: TextSpan(start, end), form: part.form, hasSpaceAfter: false))
        start = end
      }
      changed[changed.count - 1].hasSpaceAfter = tokens[match.upperBound - 1].hasSpaceAfter
      copied = match.upperBound
    }
    if copied > 0 { tokens = changed + tokens[copied...] }
  }

  /// Exceptions that affixes or blanks could have cut apart.
  private static func matcher(_ cutter: SpacyCutter, _ strings: SpacyStrings) -> SpacyExceptionMatcher {
    var matcher = SpacyExceptionMatcher()
    for (word, parts) in zip(cutter.rules.exceptionWords, cutter.rules.exceptions) {
      var forms: [UInt64] = []
      var isCut = !cutter.rules.isFaster || word.utf8.contains(0x20)
      Array(word.utf8).withUnsafeBufferPointer { bytes in
        isCut = isCut || cutter.hasAffix(bytes)
        SpacyWhiteSpace.forEachStretch(in: bytes) { range, _ in
          for case .bytes(let piece) in cutter.pieces(of: bytes, range, withExceptions: false) {
            forms.append(strings.number(of: String(decoding: bytes[piece], as: UTF8.self)))
          }
        }
      }
      // One token that stays as it is needs no match.
      let isSame = forms.count == 1 && parts.count == 1 && parts[0].norm == nil
      if isCut, !isSame { matcher.add(forms) }
    }
    return matcher
  }
}

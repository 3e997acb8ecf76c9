import CSvodkaICU

/// An open ICU transliterator with the words it has met.
///
/// `@unchecked`: the pointer and the cache are used by the one task that borrowed the engine from its pool, and the pool
/// hands it to one task at a time under its lock.
final class TransliterationEngine: @unchecked Sendable {
  /// How a text is cut before the rules see it.
  enum Cut: Sendable {
    /// Into runs beyond ASCII: from Cyrillic.
    case words
    /// Into runs of letters, with the grave accent and the apostrophe: from Latin.
    case latinWords
    /// Into lines: rules of a user may look at anything in them.
    case lines
  }

  /// Why rules could not be opened.
  struct Failure: Error {
    /// ICU's name of the error.
    let name: String
    /// Where, as a UTF-16 offset in the rules; nil where ICU does not say.
    let offset: Int?
  }

  /// No piece given to ICU is longer, in bytes.
  private static let longestPiece = 1 << 16
  /// No word remembered is longer, in bytes.
  private static let longestWord = 96

  private let pointer: OpaquePointer
  private let cut: Cut
  private var cache = WordCache()

  private init(pointer: OpaquePointer, cut: Cut) {
    self.pointer = pointer
    self.cut = cut
  }

  deinit { svodka_transliterator_close(pointer) }

  static func open(rules: [UInt8], reversed: Bool, cut: Cut) -> Result<TransliterationEngine, Failure> {
    var (offset, error): (Int32, Int32) = (-1, 0)
    guard
      let pointer = svodka_transliterator_open(
        rules, Int32(clamping: rules.count), reversed ? 1 : 0, &offset, &error)
    else {
      let name = svodka_icu_error_name(error).map { String(cString: $0) } ?? "error \(error)"
      return .failure(Failure(name: name, offset: offset < 0 ? nil : Int(offset)))
    }
    return .success(TransliterationEngine(pointer: pointer, cut: cut))
  }

  func errorName(_ code: Int32) -> String {
    svodka_icu_error_name(code).map { String(cString: $0) } ?? "error \(code)"
  }

  /// Appends the converted bytes. Returns 0 or ICU's error.
  func convert(_ bytes: UnsafeBufferPointer<UInt8>, into result: inout [UInt8]) -> Int32 {
    var i = 0
    while i < bytes.count {
      let start = i
      while i < bytes.count, !isInside(bytes[i]) { i += 1 }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<i]))
      let word = i
      while i < bytes.count, isInside(bytes[i]), i - word < Self.longestPiece { i += 1 }
      // A line keeps its end, and no character is cut in two.
      if cut == .lines, i < bytes.count, bytes[i] == 0x0A { i += 1 }
      while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
      let status = piece(UnsafeBufferPointer(rebasing: bytes[word..<i]), into: &result)
      if status != 0 { return status }
    }
    return 0
  }

  private func isInside(_ byte: UInt8) -> Bool {
    switch cut {
    case .words: byte >= 0x80
    case .latinWords:
      byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "'")
    case .lines: byte != 0x0A
    }
  }

  private func piece(_ piece: UnsafeBufferPointer<UInt8>, into result: inout [UInt8]) -> Int32 {
    if piece.isEmpty { return 0 }
    let remembered = cut != .lines && piece.count <= Self.longestWord
    let hash = remembered ? WordCache.hash(piece) : 0
    if remembered, cache.append(piece, hash, to: &result) { return 0 }
    var out: UnsafePointer<UInt8>?
    var length: Int32 = 0
    let status = svodka_transliterate(pointer, piece.baseAddress, Int32(piece.count), &out, &length)
    guard status == 0 else { return status }
    let converted = UnsafeBufferPointer(start: out, count: Int(length))
    result.append(contentsOf: converted)
    if remembered { cache.store(piece, hash, converted) }
    return 0
  }
}

import SvodkaKit

/// Reads one line of JSON. Keys of objects keep their order, and nesting is limited, since the writer is not trusted.
struct JSONLine {
  /// What is wrong with a line, in words.
  struct Failure: Error {
    var reason: String
  }

  private static let deepest = 100
  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value of a line, which must be UTF-8 and hold nothing else.
  static func value(of bytes: [UInt8]) throws(Failure) -> JSONValue {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw Failure(reason: "it is not UTF-8") }
    var reader = JSONLine(bytes)
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.position == bytes.count else { throw reader.unexpected("the end of the line") }
    return value
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func unexpected(_ expected: String) -> Failure {
    Failure(reason: "expected \(expected) at byte \(position + 1)")
  }

  private mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A { position += 1 }
  }

  private mutating func take(_ wanted: UInt8) -> Bool {
    skipBlanks()
    guard byte == wanted else { return false }
    position += 1
    return true
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
    let text = "\(word)".utf8
    guard bytes[position...].starts(with: text) else { throw unexpected("a value") }
    position += text.count
    return value
  }

  private mutating func value(depth: Int) throws(Failure) -> JSONValue {
    guard depth < Self.deepest else { throw Failure(reason: "it is nested deeper than \(Self.deepest) levels") }
    skipBlanks()
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", true)
    case UInt8(ascii: "f"): return try word("false", false)
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipBlanks()
      guard byte == UInt8(ascii: "\"") else { throw unexpected("a key") }
      let key = try string()
      guard take(UInt8(ascii: ":")) else { throw unexpected("':'") }
      members.append(.init(key, try value(depth: depth + 1)))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw unexpected("',' or '}'") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(Failure) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(values) }
    repeat { values.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw unexpected("',' or ']'") }
    return .array(values)
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = position
    let marks = Array("+-.eE".utf8)
    while let byte, (0x30...0x39).contains(byte) || marks.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if let whole = Int(text), !text.hasPrefix("+") { return .int(whole) }
    guard let number = Double(text), number.isFinite, let first = text.utf8.first, first == 0x2D || first >= 0x30
    else {
      position = start
      throw unexpected("a value")
    }
    return .double(number)
  }

  private mutating func string() throws(Failure) -> String {
    position += 1
    var out: [UInt8] = []
    while let byte {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"): out.append(contentsOf: try escaped().utf8)
      case 0..<0x20: throw unexpected("no control character in a string")
      default: out.append(byte)
      }
    }
    throw unexpected("the end of a string")
  }

  private mutating func escaped() throws(Failure) -> String {
    guard let byte else { throw unexpected("the end of a string") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(UnicodeScalar(byte))
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw unexpected("an escape that JSON knows")
    }
    var code = try hexadecimal()
    if (0xD800..<0xDC00).contains(code) {
      guard bytes[position...].starts(with: #"\u"#.utf8) else { throw Failure(reason: "it has half a surrogate pair") }
      position += 2
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw Failure(reason: "it has half a surrogate pair") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = UnicodeScalar(code) else { throw Failure(reason: "it has half a surrogate pair") }
    return String(Character(scalar))
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    guard position + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
    else { throw unexpected("four hexadecimal digits") }
    position += 4
    return code
  }
}

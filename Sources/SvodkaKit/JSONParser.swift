/// Reads JSON text (RFC 8259) into values whose objects keep the order of their keys: what `JSONValue.json()` writes is read back as
/// it was.
package struct JSONParser {
  private let bytes: [UInt8]
  private let deepest: Int
  private var position = 0

  /// Reads UTF-8 in which values are nested at most `deepest` levels.
  package init(_ bytes: [UInt8], deepest: Int = 512) {
    self.bytes = bytes
    self.deepest = deepest
  }

  /// What is wrong with a text.
  package struct Failure: Error {
    /// In words: `expected ':' at byte 7`, bytes counted from 1.
    package var reason: String
    /// Says what is wrong.
    package init(reason: String) { self.reason = reason }
  }

  /// The value of the text, which must hold nothing else.
  package mutating func whole() throws(Failure) -> JSONValue {
    let value = try value(depth: 0)
    skipBlanks()
    guard position == bytes.count else { throw unexpected("the end") }
    return value
  }

  private func unexpected(_ expected: String) -> Failure {
    Failure(reason: "expected \(expected) at byte \(position + 1)")
  }

  private var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipBlanks() {
    while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ wanted: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == wanted else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(Failure) -> JSONValue {
    guard depth < deepest else { throw Failure(reason: "it is nested deeper than \(deepest) levels") }
    skipBlanks()
    switch byte {
    case 0x7B: return try object(depth)
    case 0x5B: return try array(depth)
    case 0x22: return .string(try string())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes[position...].starts(with: wanted) else { throw unexpected("a value") }
    position += wanted.count
    return value
  }

  private mutating func object(_ depth: Int) throws(Failure) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    skipBlanks()
    if take(0x7D) { return .object(members) }
    repeat {
      skipBlanks()
      guard byte == 0x22 else { throw unexpected("a key") }
      let key = try string()
      skipBlanks()
      guard take(0x3A) else { throw unexpected("':'") }
      members.append(.init(key, try value(depth: depth + 1)))
      skipBlanks()
    } while take(0x2C)
    guard take(0x7D) else { throw unexpected("',' or '}'") }
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(Failure) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipBlanks()
    if take(0x5D) { return .array(values) }
    repeat {
      values.append(try value(depth: depth + 1))
      skipBlanks()
    } while take(0x2C)
    guard take(0x5D) else { throw unexpected("',' or ']'") }
    return .array(values)
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = position
    while Self.isOfNumber(byte) { position += 1 }
    let digits = bytes[start..<position]
    let text = String(decoding: digits, as: UTF8.self)
    if let whole = Int(text), digits.first != 0x2B { return .int(whole) }
    guard let first = digits.first, first == 0x2D || (0x30...0x39).contains(first), let number = Double(text),
      number.isFinite
    else {
      position = start
      throw unexpected("a value")
    }
    return .double(number)
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  private mutating func string() throws(Failure) -> String {
    position += 1
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case 0x22:
        position += 1
        return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
      case 0x5C: return try escapedString(from: start)
      case 0..<0x20: throw unexpected("no control character in a string")
      default: position += 1
      }
    }
    throw unexpected("the end of a string")
  }

  private mutating func escapedString(from start: Int) throws(Failure) -> String {
    var out = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case 0x22: return String(decoding: out, as: UTF8.self)
      case 0x5C: try escape(&out)
      case 0..<0x20: throw unexpected("no control character in a string")
      default: out.append(byte)
      }
    }
    throw unexpected("the end of a string")
  }

  private mutating func escape(_ out: inout [UInt8]) throws(Failure) {
    let sign = byte
    position += 1
    switch sign {
    case 0x22, 0x5C, 0x2F: out.append(sign)
    case 0x62: out.append(0x08)
    case 0x66: out.append(0x0C)
    case 0x6E: out.append(0x0A)
    case 0x72: out.append(0x0D)
    case 0x74: out.append(0x09)
    case 0x75:
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code) {
        guard take(0x5C), take(0x75), case let low = try hexadecimal(), (0xDC00..<0xE000).contains(low) else {
          throw Failure(reason: "it has half a surrogate pair")
        }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw Failure(reason: "it has half a surrogate pair") }
      out.append(contentsOf: String(Character(scalar)).utf8)
    default: throw unexpected("an escape that JSON knows")
    }
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    guard position + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
    else { throw unexpected("four hexadecimal digits") }
    position += 4
    return code
  }
}

extension JSONValue {
  /// Reads JSON text; objects keep the order of their keys.
  ///
  /// - Throws: `I103` for what is no JSON.
  public init(text bytes: [UInt8], at location: SourceLocation? = nil) throws(AnalysisError) {
    var parser = JSONParser(bytes)
    do throws(JSONParser.Failure) { self = try parser.whole() } catch {
      throw AnalysisError(
        .brokenJSON, "this is no JSON: mend it or leave it out", location: location, cause: error.reason)
    }
  }
}

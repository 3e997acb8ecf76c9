extension JSONValue {
  /// The value as JSON text: on one line, or indented by two blanks a level.
  ///
  /// Written here and not by Foundation, whose encoder orders keys by hash or by alphabet, while the output contract has an order of its own.
  public func json(pretty: Bool = false) -> String {
    var out: [UInt8] = []
    write(to: &out, indent: pretty ? 0 : nil)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the JSON text as UTF-8.
  public func write(to out: inout [UInt8], indent: Int? = nil) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value): out.append(contentsOf: String(value).utf8)
    case .double(let value): Self.write(value, to: &out)
    case .string(let value): Self.write(value, to: &out)
    case .array(let values):
      Self.write(count: values.count, open: 0x5B, close: 0x5D, indent, to: &out) { i, inner, out in
        values[i].write(to: &out, indent: inner)
      }
    case .object(let members):
      Self.write(count: members.count, open: 0x7B, close: 0x7D, indent, to: &out) { i, inner, out in
        Self.write(members[i].key, to: &out)
        out.append(contentsOf: ": ".utf8)
        members[i].value.write(to: &out, indent: inner)
      }
    }
  }

  private static func write(
    count: Int, open: UInt8, close: UInt8, _ indent: Int?, to out: inout [UInt8],
    element: (Int, Int?, inout [UInt8]) -> Void
  ) {
    out.append(open)
    let inner = indent.map { $0 + 1 }
    for i in 0..<count {
      if i > 0 { out.append(contentsOf: (indent == nil ? ", " : ",").utf8) }
      if let inner { newline(inner, to: &out) }
      element(i, inner, &out)
    }
    if let indent, count > 0 { newline(indent, to: &out) }
    out.append(close)
  }

  private static func newline(_ level: Int, to out: inout [UInt8]) {
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: level * 2))
  }

  private static func write(_ value: Double, to out: inout [UInt8]) {
    guard value.isFinite else { return out.append(contentsOf: "null".utf8) }
    if value == value.rounded(), abs(value) < 1e15 {
      out.append(contentsOf: String(Int(value)).utf8)
      out.append(contentsOf: ".0".utf8)
    } else {
      out.append(contentsOf: value.description.utf8)
    }
  }

  private static func write(_ value: String, to out: inout [UInt8]) {
    out.append(0x22)
    for byte in value.utf8 {
      switch byte {
      case 0x22: out.append(contentsOf: #"\""#.utf8)
      case 0x5C: out.append(contentsOf: #"\\"#.utf8)
      case 0x0A: out.append(contentsOf: #"\n"#.utf8)
      case 0x0D: out.append(contentsOf: #"\r"#.utf8)
      case 0x09: out.append(contentsOf: #"\t"#.utf8)
      case 0x00..<0x20, 0x7F:
        let hex = String(byte, radix: 16)
        out.append(contentsOf: (#"\u"# + String(repeating: "0", count: 4 - hex.utf8.count) + hex).utf8)
      default: out.append(byte)
      }
    }
    out.append(0x22)
  }
}

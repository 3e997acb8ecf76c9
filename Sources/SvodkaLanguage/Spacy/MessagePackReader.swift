import SvodkaKit

/// Reads values of MessagePack one after another.
struct MessagePackReader {
  /// Deeper values are refused: no published file comes near, and a broken one must not overflow the stack.
  private static let deepest = 64

  private let bytes: [UInt8]
  private let name: String
  private var place = 0

  init(bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
  }

  var isAtEnd: Bool { place == bytes.count }

  func broken(_ reason: String) -> AnalysisError {
    AnalysisError(
      .brokenModel, "the file is no MessagePack, \(reason) (byte \(place)): fetch the package again",
      location: .init(path: name))
  }

  mutating func value(depth: Int) throws(AnalysisError) -> MessagePackValue {
    guard depth < Self.deepest else { throw broken("its values lie too deep") }
    let head = try UInt8(number(1))
    switch head {
    case 0x00...0x7F: return .int(Int64(head))
    case 0x80...0x8F: return try map(Int(head & 0x0F), depth)
    case 0x90...0x9F: return try array(Int(head & 0x0F), depth)
    case 0xA0...0xBF: return try string(Int(head & 0x1F))
    case 0xC0: return .null
    case 0xC2: return .bool(false)
    case 0xC3: return .bool(true)
    case 0xC4...0xC6: return try .binary(take(length(1 << (head - 0xC4))))
    case 0xC7...0xC9: return try ext(length(1 << (head - 0xC7)))
    case 0xCA: return try .double(Double(Float(bitPattern: UInt32(number(4)))))
    case 0xCB: return try .double(Double(bitPattern: number(8)))
    case 0xCC...0xCF:
      let value = try number(1 << Int(head - 0xCC))
      return value > UInt64(Int64.max) ? .uint(value) : .int(Int64(value))
    case 0xD0: return try .int(Int64(Int8(truncatingIfNeeded: number(1))))
    case 0xD1: return try .int(Int64(Int16(truncatingIfNeeded: number(2))))
    case 0xD2: return try .int(Int64(Int32(truncatingIfNeeded: number(4))))
    case 0xD3: return try .int(Int64(bitPattern: number(8)))
    case 0xD4...0xD8: return try ext(1 << Int(head - 0xD4))
    case 0xD9...0xDB: return try string(length(1 << (head - 0xD9)))
    case 0xDC, 0xDD: return try array(length(head == 0xDC ? 2 : 4), depth)
    case 0xDE, 0xDF: return try map(length(head == 0xDE ? 2 : 4), depth)
    case 0xE0...0xFF: return .int(Int64(Int8(bitPattern: head)))
    default: throw broken("0x\(String(head, radix: 16)) begins no value")
    }
  }

  /// A big-endian number of so many bytes.
  private mutating func number(_ width: Int) throws(AnalysisError) -> UInt64 {
    guard bytes.count - place >= width else { throw broken("it is cut off") }
    var value: UInt64 = 0
    for byte in bytes[place..<(place + width)] { value = value << 8 | UInt64(byte) }
    place += width
    return value
  }

  private mutating func length(_ width: Int) throws(AnalysisError) -> Int { Int(try number(width)) }

  private mutating func take(_ count: Int) throws(AnalysisError) -> [UInt8] {
    guard bytes.count - place >= count else { throw broken("it is cut off") }
    defer { place += count }
    return Array(bytes[place..<(place + count)])
  }

  private mutating func string(_ count: Int) throws(AnalysisError) -> MessagePackValue {
    guard bytes.count - place >= count else { throw broken("it is cut off") }
    // Decoded with replacement: older files wrote binary data as text.
    defer { place += count }
    return .string(String(decoding: bytes[place..<(place + count)], as: UTF8.self))
  }

  private mutating func ext(_ count: Int) throws(AnalysisError) -> MessagePackValue {
    let type = Int8(truncatingIfNeeded: try number(1))
    return .ext(type, try take(count))
  }

  private mutating func array(_ count: Int, _ depth: Int) throws(AnalysisError) -> MessagePackValue {
    // Every element takes a byte at least, so that a broken count cannot reserve all memory.
    guard count <= bytes.count - place else { throw broken("it is cut off") }
    var values: [MessagePackValue] = []
    values.reserveCapacity(count)
    for _ in 0..<count { try values.append(value(depth: depth + 1)) }
    return .array(values)
  }

  private mutating func map(_ count: Int, _ depth: Int) throws(AnalysisError) -> MessagePackValue {
    guard count <= (bytes.count - place) / 2 else { throw broken("it is cut off") }
    var entries: [MessagePackEntry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count {
      let key = try value(depth: depth + 1)
      entries.append(MessagePackEntry(key: key, value: try value(depth: depth + 1)))
    }
    return try tensor(entries).map { .tensor($0) } ?? .map(entries)
  }

  /// The array of numbers that a map stands for; nil for another map.
  private func tensor(_ entries: [MessagePackEntry]) throws(AnalysisError) -> MessagePackTensor? {
    func field(_ name: String) -> MessagePackValue? {
      entries.first { $0.key == .binary(Array(name.utf8)) || $0.key == .string(name) }?.value
    }
    guard entries.count >= 4, field("nd") == .bool(true), let data = field("data"), let shape = field("shape")?.array,
      let type = field("type")
    else { return nil }
    let sizes = shape.compactMap(\.int)
    guard let bytes = data.binary, let name = type.string ?? type.binary.map({ String(decoding: $0, as: UTF8.self) }),
      sizes.count == shape.count, sizes.allSatisfy({ $0 >= 0 }), let width = name.last?.wholeNumberValue, width > 0
    else { throw broken("an array of numbers is broken") }
    // Products of broken sizes may overflow.
    var count = 1
    for size in sizes {
      let product = count.multipliedReportingOverflow(by: size)
      guard !product.overflow else { throw broken("an array of numbers has another size than its shape") }
      count = product.partialValue
    }
    let length = count.multipliedReportingOverflow(by: width)
    guard !length.overflow, bytes.count == length.partialValue else {
      throw broken("an array of numbers has another size than its shape")
    }
    return MessagePackTensor(type: name, shape: sizes, bytes: bytes)
  }
}

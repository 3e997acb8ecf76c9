import SvodkaKit

/// A value of MessagePack (msgpack.org), the format of spaCy's and Thinc's files.
///
/// Maps keep their order. Arrays of numbers as msgpack-numpy writes them (a map with the binary keys `nd`, `type`, `kind`,
/// `shape` and `data`) are read as tensors.
enum MessagePackValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  /// An integer that needs the sign bit, as hashes of strings do.
  case uint(UInt64)
  case double(Double)
  case string(String)
  case binary([UInt8])
  case array([MessagePackValue])
  case map([MessagePackEntry])
  case tensor(MessagePackTensor)
  case ext(Int8, [UInt8])
}

/// A key of a map with its value.
struct MessagePackEntry: Sendable, Hashable {
  var key: MessagePackValue
  var value: MessagePackValue
}

/// An array of numbers as NumPy keeps it, in row-major order.
struct MessagePackTensor: Sendable, Hashable {
  /// NumPy's name of the type, such as `<f4`, `<u8` or `|i1`.
  var type: String
  var shape: [Int]
  var bytes: [UInt8]

  /// The number of elements.
  var count: Int { shape.reduce(1, *) }

  /// The elements when they are little-endian and as wide as `T`; nil for another type.
  func elements<T: BitwiseCopyable>(_ types: Set<String>, as element: T.Type) -> [T]? {
    guard types.contains(type), bytes.count == count * MemoryLayout<T>.size else { return nil }
    return bytes.withUnsafeBytes { raw in
      (0..<count).map { raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<T>.size, as: T.self) }
    }
  }

  /// The elements as floats; nil for another type.
  var floats: [Float]? { elements(["<f4"], as: Float.self) }
  /// The elements as unsigned integers of 64 bits, signed ones by their bits; nil for another type.
  var hashes: [UInt64]? { elements(["<u8", "<i8"], as: UInt64.self) }
}

extension MessagePackValue {
  /// Reads one value that takes all of the bytes.
  ///
  /// - Throws: `R103` for bytes that are no MessagePack, or cut off.
  init(_ bytes: [UInt8], name: String) throws(AnalysisError) {
    var reader = MessagePackReader(bytes: bytes, name: name)
    self = try reader.value(depth: 0)
    guard reader.isAtEnd else { throw reader.broken("something follows its value") }
  }

  var string: String? { if case .string(let value) = self { value } else { nil } }
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  var array: [MessagePackValue]? { if case .array(let value) = self { value } else { nil } }
  var map: [MessagePackEntry]? { if case .map(let value) = self { value } else { nil } }
  var binary: [UInt8]? { if case .binary(let value) = self { value } else { nil } }
  var tensor: MessagePackTensor? { if case .tensor(let value) = self { value } else { nil } }

  /// An integer that fits; nil for what is none.
  var int: Int? {
    switch self {
    case .int(let value): Int(exactly: value)
    case .uint(let value): Int(exactly: value)
    default: nil
    }
  }

  /// An integer as the 64 bits of a hash; nil for what is none.
  var hash: UInt64? {
    switch self {
    case .int(let value): UInt64(bitPattern: value)
    case .uint(let value): value
    default: nil
    }
  }

  /// A number, whole or not.
  var double: Double? {
    switch self {
    case .int(let value): Double(value)
    case .uint(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }

  /// The value of a text key of a map; nil where there is none. A look through all keys, for small maps.
  subscript(key: String) -> MessagePackValue? {
    guard case .map(let entries) = self else { return nil }
    return entries.first { $0.key == .string(key) }?.value
  }
}

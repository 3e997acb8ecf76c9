/// MessagePack of what tests need: maps, arrays, strings and whole numbers.
func packed(_ value: Any) -> [UInt8] {
  switch value {
  case let text as String:
    let bytes = Array(text.utf8)
    return [0xDB] + bigEndian(UInt32(bytes.count)) + bytes
  case let flag as Bool: return [flag ? 0xC3 : 0xC2]
  case let number as Int: return [0xD3] + bigEndian(UInt64(bitPattern: Int64(number)))
  case let number as UInt64: return [0xCF] + bigEndian(number)
  case let list as [Any]: return [0xDD] + bigEndian(UInt32(list.count)) + list.flatMap(packed)
  case let map as [AnyHashable: Any]:
    return [0xDF] + bigEndian(UInt32(map.count)) + map.flatMap { packed($0.key.base) + packed($0.value) }
  default: preconditionFailure("\(type(of: value)) cannot be packed")
  }
}

private func bigEndian<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
  withUnsafeBytes(of: value.bigEndian) { Array($0) }
}

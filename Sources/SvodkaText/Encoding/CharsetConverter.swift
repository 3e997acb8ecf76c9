import CSvodkaICU

/// ICU's converters and detector, for charsets that have no table of single bytes.
enum CharsetConverter {
  /// Decodes bytes of any charset that ICU knows. Nil when it does not.
  static func decode(_ bytes: ArraySlice<UInt8>, from name: String) -> (text: String, replaced: Int)? {
    var error: Int32 = 0
    guard let charset = svodka_charset_open(name, &error) else { return nil }
    defer { svodka_charset_close(charset) }
    var text = ""
    var target = [UInt16](repeating: 0, count: 1 << 15)
    var done = 0
    // A surrogate pair may be cut by the end of a chunk: the first half waits for the next.
    var held = 0
    let finished = bytes.withUnsafeBufferPointer { source -> Bool in
      while true {
        var (consumed, written) = (Int64(0), Int64(0))
        let rest = source.baseAddress.map { $0 + done }
        let status = target.withUnsafeMutableBufferPointer {
          svodka_charset_feed(
            charset, rest, Int64(source.count - done), 1, $0.baseAddress.map { $0 + held }, Int64($0.count - held),
            &consumed, &written)
        }
        done += Int(consumed)
        var filled = held + Int(written)
        held = 0
        if status == 1, filled > 1, target[filled - 1] & 0xFC00 == 0xD800 {
          filled -= 1
          held = 1
        }
        text += String(decoding: target[..<filled], as: UTF16.self)
        if held == 1 { target[0] = target[filled] }
        if status == 0 { return true }
        if status != 1 { return false }
      }
    }
    return finished ? (text, Int(svodka_charset_replaced(charset))) : nil
  }

  /// The MIME or IANA name of a charset under any alias. Nil when ICU does not know it.
  static func standardName(_ alias: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 64)
    guard svodka_charset_standard_name(alias, &buffer, 64) != 0 else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// ICU's guesses at a charset, best first, with its confidence of 0 to 100.
  static func guesses(_ bytes: ArraySlice<UInt8>) -> [(name: String, confidence: Int)] {
    var names = [CChar](repeating: 0, count: 1024)
    var confidence = [Int32](repeating: 0, count: 16)
    let found = bytes.withUnsafeBufferPointer {
      svodka_charset_detect($0.baseAddress, Int32(clamping: $0.count), &names, 1024, &confidence, 16)
    }
    let list = String(decoding: names.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return zip(list.split(separator: "\n"), confidence.prefix(max(0, Int(found)))).map { (String($0), Int($1)) }
  }
}

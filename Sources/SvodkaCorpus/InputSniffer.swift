/// Tells from a file's name and its first bytes what it is to be read as.
struct InputSniffer {
  /// The kind of a file. The name decides where it is plain; a text file that opens like a page is a page.
  static func kind(path: String?, head: ArraySlice<UInt8>) -> RawInput.Kind {
    let ending = path.map(Self.ending) ?? ""
    let bytes = plain(head)
    switch ending {
    case "html", "htm", "xhtml", "shtml", "mhtml": return .html
    case "jsonl", "ndjson": return .row
    case "txt", "text", "md": return opensLikePage(bytes, strictly: true) ? .html : .text
    default:
      if bytes.first == 0x7B { return .row }
      return opensLikePage(bytes, strictly: false) ? .html : .text
    }
  }

  /// True when the bytes already show JSON Lines: a name that says nothing else, and a first line that starts an object.
  static func opensLikeRows(_ bytes: [UInt8], path: String?) -> Bool {
    guard bytes.count >= 3, bytes.contains(0x0A), kind(path: path, head: bytes[...]) == .row else { return false }
    return bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) } == 0x7B
  }

  /// The ending of a name in lower case, one of `.gz` aside.
  static func ending(_ path: String) -> String {
    var parts = path.split(separator: "/").last.map { $0.lowercased().split(separator: ".") } ?? []
    if parts.last == "gz", parts.count > 2 { parts.removeLast() }
    return parts.count > 1 ? String(parts[parts.count - 1]) : ""
  }

  /// The first bytes without byte-order mark, leading blanks and the zeros of UTF-16, letters in lower case.
  private static func plain(_ head: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in head.prefix(4096) {
      if byte == 0 || byte == 0xFF || byte == 0xFE { continue }
      if bytes.isEmpty, byte <= 0x20 || byte == 0xEF || byte == 0xBB || byte == 0xBF { continue }
      bytes.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
    }
    return bytes
  }

  private static func opensLikePage(_ bytes: [UInt8], strictly: Bool) -> Bool {
    guard bytes.first == 0x3C else { return false }
    let opening = ["<!doctype html", "<html", "<head", "<!doctype"]
    if opening.contains(where: { bytes.starts(with: $0.utf8) }) { return true }
    if strictly { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return ["<html", "<head", "<body", "<meta ", "<title", "<div", "<p>", "<p ", "<article", "<table", "<h1"]
      .contains { text.contains($0) }
  }
}

import Foundation
import SvodkaText
import Testing

/// Texts of a folder of JSON Lines re-encoded in each charset: runs where `SVODKA_CORPORA` names the folder.
@Suite(.enabled(if: Corpora.folder != nil)) struct EncodingCorpusTests {
  @Test(arguments: [
    "windows-1251", "KOI8-R", "KOI8-U", "IBM866", "ISO-8859-5", "x-mac-cyrillic", "UTF-16LE", "UTF-16BE",
  ])
  func `of 100 Russian texts, 99 are read right`(name: String) throws {
    let texts = try Corpora.texts(ending: ".ru.jsonl").filter {
      $0.unicodeScalars.count { $0.properties.isAlphabetic } >= 100
    }
    try measure(texts, name)
  }

  @Test(arguments: ["windows-1252"]) func `of 100 English texts, 99 are read right`(name: String) throws {
    try measure(Corpora.texts(ending: ".en.jsonl").filter { !$0.utf8.allSatisfy { $0 < 0x80 } }, name)
  }

  private func measure(_ texts: [String], _ name: String) throws {
    let decoder = TextDecoder()
    var (right, all) = (0, 0)
    for text in texts {
      let text = Encoded.fallback(text, name)
      let bytes: [UInt8]
      switch name {
      case "UTF-16LE": bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "UTF-16BE": bytes = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      default:
        guard let encoded = Encoded(text, name) else { continue }
        bytes = encoded.bytes
      }
      all += 1
      let decoded = decoder.decode(bytes)
      if decoded.text == text { right += 1 } else { print(name, decoded.encoding, decoded.text.prefix(150)) }
    }
    print("\(name): \(right) of \(all)")
    #expect(all > 0 && right * 100 >= all * 99)
  }
}

/// Texts to measure on, which are no part of the package.
enum Corpora {
  static let folder = ProcessInfo.processInfo.environment["SVODKA_CORPORA"]

  static func texts(ending suffix: String) throws -> [String] {
    guard let folder else { return [] }
    struct Row: Decodable { var text: String? }
    return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(suffix) }.flatMap
    {
      path in
      let data = FileManager.default.contents(atPath: "\(folder)/\(path)") ?? Data()
      return try data.split(separator: 0x0A).compactMap { try JSONDecoder().decode(Row.self, from: $0).text }
    }
  }
}

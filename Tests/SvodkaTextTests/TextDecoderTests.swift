import SvodkaText
import Testing

@Suite struct TextDecoderTests {
  private let decoder = TextDecoder()

  @Test func `valid UTF-8 wins over a declaration that lies`() {
    let decoded = decoder.decode(Array("Переговоры в Женеве\r\n".utf8), declared: "windows-1251")
    #expect(decoded == DecodedText(text: "Переговоры в Женеве\r\n", encoding: "UTF-8", replaced: 0, bom: false))
  }

  @Test func `a byte-order mark is dropped and not counted`() {
    let decoded = decoder.decode([0xEF, 0xBB, 0xBF] + Array("Да".utf8))
    #expect(decoded == DecodedText(text: "Да", encoding: "UTF-8", replaced: 0, bom: true))
    #expect(TextDecoder.utf8([0xEF, 0xBB, 0xBF, 0x41]).text == "A")
  }

  @Test(arguments: [true, false]) func `UTF-16 is read with a mark and without`(big: Bool) {
    let text = "Встреча прошла в Вене, сообщил 🕊 посол."
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return big ? pair : pair.reversed()
    }
    let name = big ? "UTF-16BE" : "UTF-16LE"
    #expect(decoder.decode(bytes) == DecodedText(text: text, encoding: name, replaced: 0, bom: false))
    let mark: [UInt8] = big ? [0xFE, 0xFF] : [0xFF, 0xFE]
    #expect(decoder.decode(mark + bytes) == DecodedText(text: text, encoding: name, replaced: 0, bom: true))
    #expect(decoder.decode(mark + bytes.dropLast()).replaced == 1)
  }

  @Test func `each maximal subpart of broken UTF-8 becomes one replacement character`() {
    let intact = Array("Делегации вернулись в столицу ночью.".utf8)
    for (broken, count) in [
      ([0xE2, 0x82], 1), ([0xFF], 1), ([0xC0, 0x80], 2), ([0xED, 0xA0, 0x80], 3), ([0xF0, 0x9F, 0x95], 1),
    ]
      as [([UInt8], Int)]
    {
      let decoded = decoder.decode(intact + broken + intact)
      #expect(decoded.encoding == "UTF-8" && decoded.replaced == count)
      #expect(decoded.text.unicodeScalars.count { $0 == "\u{FFFD}" } == count)
    }
    #expect(decoder.decode(Array("уже \u{FFFD} был".utf8)).replaced == 0)
  }

  @Test(arguments: Encoded.cyrillic) func `Russian text is told in every charset, undeclared or declared wrongly`(
    name: String
  ) throws {
    let text = """
      Как сообщили в министерстве, делегация прибыла на переговоры вечером. «Мы готовы обсуждать условия перемирия», — \
      сказал Юрий Яковлев. Ёлкин с ним не согласился.
      """
    let bytes = try #require(Encoded(text, name)).bytes
    for declared in [nil, "utf-8", "windows-1252", "windows-1251", "koi8-r", "iso-8859-1", "nonsense"] {
      let decoded = decoder.decode(bytes, declared: declared)
      #expect(decoded.text == Encoded.fallback(text, name), "declared \(declared ?? "nothing")")
    }
  }

  @Test func `Ukrainian tells KOI8-U from KOI8-R`() throws {
    let text = "Міністерство повідомило, що її делегація приїде на зустріч у вівторок із новими пропозиціями."
    #expect(decoder.decode(try #require(Encoded(text, "KOI8-U")).bytes).encoding == "KOI8-U")
  }

  @Test func `Western text is windows-1252`() throws {
    let text = "“We won’t go,” said the minister in a café in Besançon — the naïve plan of Señor Muñoz had failed."
    let bytes = try #require(Encoded(text, "windows-1252")).bytes
    let decoded = decoder.decode(bytes, declared: "iso-8859-1")
    #expect(decoded.text == text && decoded.encoding == "windows-1252")
  }

  @Test func `a charset beyond these is read when it is declared`() {
    // "こんにちは" in Shift_JIS.
    let bytes: [UInt8] = [0x82, 0xB1, 0x82, 0xF1, 0x82, 0xC9, 0x82, 0xBF, 0x82, 0xCD]
    #expect(decoder.decode(bytes, declared: "shift-jis").text == "こんにちは")
  }

  @Test func `images and archives are binary, texts are not`() throws {
    #expect(TextDecoder.isBinary([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]))
    #expect(TextDecoder.isBinary([0x41, 0, 0, 0, 0x42, 0x43, 0x44, 0x45]))
    #expect(!TextDecoder.isBinary([]))
    #expect(!TextDecoder.isBinary(Array("Text\twith\u{1B}[1m colours\u{1B}[0m\n".utf8)))
    #expect(!TextDecoder.isBinary("Текст".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
    for name in Encoded.cyrillic {
      #expect(!TextDecoder.isBinary(try #require(Encoded("Переговоры завершились", name)).bytes))
    }
  }

  @Test func `random bytes never crash it, and text has as many replacements as are counted`() {
    var random = SplitMix(seed: 7)
    for _ in 0..<400 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let decoded = decoder.decode(
        bytes, declared: ["utf-8", nil, "koi8-r", "gb18030"].randomElement(using: &random) ?? nil)
      #expect(decoded.text.unicodeScalars.count { $0 == "\u{FFFD}" } >= decoded.replaced)
      _ = TextDecoder.isBinary(bytes)
    }
  }
}

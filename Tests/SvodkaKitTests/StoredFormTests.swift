import Testing

@testable import SvodkaKit

struct StoredFormTests {
  private enum Colour: String, Codable { case red, grey }

  private struct Part: Codable, Hashable {
    var words: SpannedText?
    var colour: Colour?
    var isOpen: Bool?
    var share: Double
  }

  private struct Whole: PackedCodable, Hashable {
    static var form: Int { 7 }
    var id: String
    var parts: [Part]
    var names: [String]
    var count: Int?
    var colour: String?
    var deep: [[Int]]
  }

  private let examples = [
    Whole(id: "a", parts: [], names: [], count: nil, colour: nil, deep: []),
    Whole(
      id: "б \u{0} \"\n",
      parts: [
        Part(words: SpannedText(text: "é", span: TextSpan(3, 5)), colour: .grey, isOpen: false, share: 0.1),
        Part(words: nil, colour: nil, isOpen: nil, share: -.infinity),
      ], names: ["é", "e\u{301}", "", "a"], count: .min, colour: "", deep: [[], [1, -2], [.max]]),
  ]

  @Test func whatIsPackedIsReadAsTheSame() throws {
    var texts = StoredTexts()
    let rows = try examples.map { try $0.packed(&texts) }
    var read = StoredTexts()
    read.append(texts.takeNew())
    #expect(texts.takeNew().isEmpty)
    for (row, example) in zip(rows, examples) {
      var bytes: [UInt8] = []
      StoredNumbers.write(row, to: &bytes)
      let numbers = try #require(StoredNumbers.read(bytes))
      #expect(numbers == row)
      let back = try Whole(packed: numbers, texts: read)
      #expect(back == example)
      // Two texts that only look alike are two.
      #expect(back.names.map { Array($0.utf8) } == example.names.map { Array($0.utf8) })
    }
    #expect(texts.number(of: "a") == 0 && read.all.first == "a")
  }

  @Test func aRowOfAnotherShapeIsRefused() throws {
    var texts = StoredTexts()
    let row = try examples[1].packed(&texts)
    for length in row.indices {
      #expect(throws: DecodingError.self) { try Whole(packed: Array(row[..<length]), texts: texts) }
    }
    #expect(throws: DecodingError.self) { try Whole(packed: row + [0], texts: texts) }
    #expect(throws: DecodingError.self) { try Whole(packed: row, texts: StoredTexts()) }
    // No number in any place makes a program end that reads the row.
    for place in row.indices {
      for number in [-1, 2, .max, .min] {
        var broken = row
        broken[place] = number
        _ = try? Whole(packed: broken, texts: texts)
      }
    }
  }

  @Test func whatHasNoPlaceIsNotWritten() {
    struct Gaps: PackedCodable {
      static var form: Int { 1 }
      var numbers: [Int?]
    }
    var texts = StoredTexts()
    #expect(throws: EncodingError.self) { try Gaps(numbers: [nil]).packed(&texts) }
  }

  @Test(arguments: [
    "", "[", "]", "[,]", "[1,]", "[,1]", "[1 ,2]", "[1.5]", "[--1]", "[-]", "[a]", "[1]2", "{1}",
    "[9223372036854775808]",
    "[-9223372036854775809]", "[99999999999999999999999]",
  ])
  func whatIsNoRowOfNumbersIsRefused(_ text: String) { #expect(StoredNumbers.read(Array(text.utf8)) == nil) }

  @Test(arguments: [[], [0], [9, 10, -1], [.max, .min, 0, -9]])
  func numbersAreReadBack(_ numbers: [Int]) {
    var bytes: [UInt8] = []
    StoredNumbers.write(numbers, to: &bytes)
    #expect(StoredNumbers.read(bytes) == numbers)
  }

  // RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func base64(_ plain: String, _ written: String) {
    #expect(Base64.text(Array(plain.utf8)) == written)
    #expect(Base64.bytes(written) == Array(plain.utf8))
  }

  @Test(arguments: ["Z", "Zg=", "Zg=x", "=Zg=", "Z===", "Zm9v\n", "Zm9v!Zm9"])
  func whatIsNoBase64(_ text: String) { #expect(Base64.bytes(text) == nil) }
}

import Foundation
import SvodkaKit
import Testing

@Suite struct TextSignatureTests {
  private static let wire = """
    Паромщики Северной переправы решили ещё неделю не выходить на работу, сообщил начальник порта. Топлива на четырёх \
    островах хватит до пятницы, помощь обещал флот. Переговоры с компанией продолжатся в среду при посреднике, на \
    которого согласились обе стороны, добавил он на встрече с жителями.
    """

  @Test func caseMarksAndBlanksDoNotCount() throws {
    let signature = try #require(TextSignature(Self.wire))
    #expect(TextSignature(Self.wire.uppercased().replacing(" ", with: " — ")) == signature)
    #expect(TextSignature(Self.wire.replacing("ё", with: "е")) == signature)
  }

  @Test func resemblanceEstimatesTheShareOfCommonRuns() throws {
    let words = (0..<2000).map { "w\($0)" }
    let whole = try #require(TextSignature(words[..<1500].joined(separator: " ")))
    // 1000 of 2000 runs are common.
    let other = try #require(TextSignature(words[500...].joined(separator: " ")))
    #expect(abs(whole.resemblance(to: other) - 0.5) < 0.15)
    let strange = try #require(TextSignature((0..<1500).map { "z\($0)" }.joined(separator: " ")))
    #expect(whole.resemblance(to: strange) < 0.05)
    #expect(whole.resemblance(to: whole) == 1)
  }

  @Test(arguments: ["", "слово", "one two three four five six seven eight nine ten eleven"])
  func aFewWordsHaveNone(text: String) { #expect(TextSignature(text) == nil) }

  @Test func itIsWrittenInAFewCharactersAndReadAgain() throws {
    let signature = try #require(TextSignature(Self.wire))
    #expect(signature.description.utf8.count == 256)
    #expect(TextSignature(description: signature.description) == signature)
    #expect(try JSONDecoder().decode(TextSignature.self, from: JSONEncoder().encode(signature)) == signature)
    for broken in ["", "AAAA", String(repeating: "?", count: 256), signature.description + "A"] {
      #expect(TextSignature(description: broken) == nil)
    }
  }

  @Test func theSignatureStaysTheSameFromVersionToVersion() throws {
    #expect(try #require(TextSignature(Self.wire)).description.prefix(16) == "RKCb2iDWWcP4WvqP")
  }

  @Test func clustersDoNotDependOnTheOrderOfTheTexts() {
    let other = (0..<40).map { "слово\($0)" }.joined(separator: " ")
    let texts: [(id: String, signature: TextSignature?)] = [
      ("d", TextSignature(Self.wire)), ("b", TextSignature(other)), ("c", TextSignature("Источник. " + Self.wire)),
      ("a", TextSignature("мало слов")), ("e", TextSignature("мало слов")),
    ]
    #expect(NearDuplicates.clusters(of: texts) == ["c", "b", "c", "a", "e"])
    #expect(NearDuplicates.clusters(of: texts.reversed()) == ["e", "a", "c", "b", "c"])
  }
}

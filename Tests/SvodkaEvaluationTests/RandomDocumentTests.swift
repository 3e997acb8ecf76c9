import SvodkaEvaluation
import SvodkaKit
import Testing

/// Texts drawn from everything that has ever broken an offset, with flat annotations that begin and end at no white space.
@Suite struct RandomDocumentTests {
  private static let pieces = [
    "Anna", "Осло", " ", " ", "\n", "\r\n", "\t", ".", ",", "|", "\\", "\"", "%", "#", "=", "-", "_", "🔴", "👩‍👩‍👧", "🇺🇦",
    "e\u{301}",
    "\u{301}", "й", "и\u{306}", "\u{A0}", "\u{2028}", "\u{200B}", "\u{FEFF}", "北京", "12,5", "O", "B-PER", "-DOCSTART-",
    "«", "»",
  ]

  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private func document(_ seed: UInt64) -> AnnotatedDocument {
    var numbers = Numbers(state: seed &* 977 &+ 5)
    let text = (0..<Int.random(in: 0...30, using: &numbers))
      .map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &numbers)] }.joined()
    let scalars = Array(text.unicodeScalars)
    let isBlank = { (index: Int) in
      scalars[index].properties.isWhitespace || ["\u{200B}", "\u{FEFF}"].contains(scalars[index])
    }
    var annotations: [AnnotatedDocument.Annotation] = []
    var start = 0
    while start < scalars.count {
      let end = min(scalars.count, start + Int.random(in: 1...6, using: &numbers))
      if Bool.random(using: &numbers), !isBlank(start), !isBlank(end - 1) {
        annotations.append(
          .init(label: ["PER", "LOC X", "A%B"].randomElement(using: &numbers) ?? "", places: [start..<end]))
      }
      start = end
    }
    return AnnotatedDocument(id: "doc \(seed)", text: text, language: "en", annotations: annotations)
  }

  @Test(arguments: FormatTests.exact.indices)
  func everyTextComesBack(_ index: Int) throws {
    let format = FormatTests.exact[index]
    for seed in 0..<300 {
      let document = document(UInt64(seed))
      let back = try format.read(try format.write([document]).files)
      #expect(back.count == 1)
      #expect(back.first.map { Array($0.text.unicodeScalars) } == Array(document.text.unicodeScalars), "\(seed)")
      #expect(back.first?.annotations == document.annotations, "\(seed): \(document)")
      #expect(back.first?.id == document.id)
    }
  }
}

import Foundation
import SvodkaKit
@testable import SvodkaTesting
import Testing

@Suite struct FixtureTextTests {
  private let drawing = """
    Сергей Лавров приехал в ООН.
    ~~~~~~~~~~~~~           ~~~   PER ORG
    🔴 Andrei\u{306} in Oslo
      ~~~~~~    ~~~~   PER LOC
    no names here
    """

  @Test func labelsAreDrawnUnderTheWords() throws {
    let marked = try MarkedText(drawing)
    #expect(marked.text.string == "Сергей Лавров приехал в ООН.\n🔴 Andrei\u{306} in Oslo\nno names here")
    #expect(marked.marks.map { marked.text[$0.span] } == ["Сергей Лавров", "ООН", "Andrei\u{306}", "Oslo"])
    #expect(marked.marks.map(\.label) == ["PER", "ORG", "PER", "LOC"])
  }

  @Test func aDrawingComesBackAsItWas() throws {
    let marked = try MarkedText(drawing)
    #expect(try MarkedText(MarkedText.draw(marked.text, marked.marks)) == marked)
  }

  @Test(arguments: ["Anna met Boris\n~~~~     ~~~~~  PER", "Anna\n~~~~~~ PER", "Anna\n~~~~ PER LOC"])
  func aDrawingThatDoesNotFitIsAnError(_ drawing: String) {
    #expect(throws: MarkedText.Misdrawn.self) { try MarkedText(drawing) }
  }

  @Test func emojiMarkPlaces() throws {
    let marked = MarkerText("Вчера 1️⃣Анна2️⃣ уехала. 1️⃣Конец")
    #expect(marked.text.string == "Вчера Анна уехала. Конец")
    let span = try #require(marked["1️⃣", "2️⃣"])
    #expect(marked.text[span] == "Анна")
    #expect(marked["3️⃣"] == nil && marked["2️⃣", "1️⃣"] == nil)
  }

  @Test func cutsMakeStretches() {
    let cut = Partition("Петров - 176!| |Михайлов")
    #expect(cut.text.string == "Петров - 176! Михайлов")
    #expect(cut.spans.map { cut.text[$0] } == ["Петров - 176!", " ", "Михайлов"])
    #expect(cut.words.count == 2)
    #expect(Partition.draw(cut.text, cut.words) == "Петров - 176!| |Михайлов")
    #expect(Partition("one piece").spans == [TextSpan(0, 9)])
  }

  @Test func aSnapshotIsRecordedAndHeld() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "snapshots-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let snapshot = Snapshot(folder: folder)
    #expect(throws: SnapshotMismatch.self) { try snapshot.check("a\nb", named: "x/y.txt", records: false) }
    try snapshot.check("a\nb", named: "x/y.txt", records: true)
    try snapshot.check("a\nb", named: "x/y.txt", records: false)
    let mismatch = #expect(throws: SnapshotMismatch.self) {
      try snapshot.check("a\nc", named: "x/y.txt", records: false)
    }
    #expect(mismatch?.description.contains("y.txt:2: the snapshot has «b», now there is «c»") == true)
  }

  @Test func theShippedSnapshotHolds() throws {
    try snapshot("one line\n", named: "line.txt")
  }
}

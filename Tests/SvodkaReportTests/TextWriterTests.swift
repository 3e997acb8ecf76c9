import SvodkaKit
import SvodkaPipeline
import SvodkaReport
import Testing

@Suite struct TextWriterTests {
  private func outcome(_ presentations: [Presentation]) -> Outcome {
    var document = Document(id: "herald/1.html", text: "", language: "ru")
    document.metadata.title = "Переговоры\u{1B}[31m"
    document.metadata.source = "Herald"
    var outcome = Outcome(path: nil, line: nil, sha256: "")
    outcome.document = document
    outcome.analyses = [.init(analyzer: "casualty-figures", findings: [], presentations: presentations)]
    return outcome
  }

  private func text(_ presentations: [Presentation], colours: Bool, width: Int = 60) -> String {
    var writer = TextWriter(style: TextStyle(isColoured: colours, width: width), analyzers: [])
    return String(decoding: writer.bytes(for: outcome(presentations)), as: UTF8.self)
  }

  private let claim = Presentation(
    line: "killed 14",
    evidence: [
      ReportEvidence(
        document: "herald/1.html",
        sentence: "МИД: не менее 14 мирных жителей погибли, заявил Лавров в Женеве на встрече.",
        finding: TextSpan(8, 69))
    ])

  @Test func underlinesTheFindingWithoutColours() {
    #expect(
      text([claim], colours: false) == """
        herald/1.html  ru · Herald
        Переговоры [31m

          casualty-figures
            • killed 14
                МИД: не менее 14 мирных жителей погибли, заявил
                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                Лавров в Женеве на встрече.


        """)
  }

  @Test func aDocumentCannotWriteOnTheTerminal() {
    #expect(!text([claim], colours: false).contains("\u{1B}"))
    let coloured = text([Presentation(line: "a\u{1B}[2Jb", evidence: [])], colours: true)
    #expect(!coloured.contains("\u{1B}[2J"))
  }

  @Test func underlinesByTheTerminalWhereItCan() {
    #expect(text([claim], colours: true).contains("\u{1B}[4m"))
  }
}

import Foundation
import SvodkaEvaluation
import SvodkaKit
import Testing

@Suite struct FormatTests {
  /// Emoji, combining marks, line ends of both kinds, tabs, wide blanks, a name over a line end, neighbours, and nothing at all.
  static let documents: [AnnotatedDocument] = [
    AnnotatedDocument(
      id: "wire/1 a", text: "🔴👩‍👩‍👧 Анна Й\u{306}орк\nв Осло.\r\n\tВсё — тихо\u{A0}| 5 \\ 6.  Конец ",
      language: "ru",
      annotations: [
        .init(label: "PER", places: [7..<17]), .init(label: "LOC", places: [20..<24]),
        .init(label: "MISC", places: [0..<6]),
      ]),
    AnnotatedDocument(
      id: "b", text: " Ada Bo. Ada! e\u{301}t Cy", language: "en",
      annotations: [
        .init(label: "PER", places: [1..<4]), .init(label: "PER", places: [5..<7]),
        .init(label: "PER", places: [9..<12]), .init(label: "LOC", places: [18..<20]),
      ]),
    AnnotatedDocument(
      id: "over", text: "Из города Нижний\nНовгород сообщают.", language: "ru",
      annotations: [.init(label: "LOC", places: [10..<25])]),
    AnnotatedDocument(id: "empty", text: "", language: "en"),
    AnnotatedDocument(id: "plain", text: "Nothing\n\nhere.\n", language: "en"),
  ]

  /// What only some formats can carry: fields, quotations, overlaps, torn stretches.
  static let rich = AnnotatedDocument(
    id: "rich", text: "Police: 3 dead, 5 hurt 🔴 in Oslo and Rome.",
    annotations: [
      .init(
        label: "killed", places: [8..<14],
        fields: [
          .init("low", 3), .init("high", .null), .init("qualifier", "exact"), .init("share", .double(0.5)),
          .init("claimed_by", ["end": 6, "start": 0, "text": "Police"]), .init("note", "two words, \"quoted\""),
          .init("digits", "14"), .init("superseded", true), .init("list", ["a", 1]),
        ], labelKey: "kind"),
      .init(label: "scene", places: [8..<42]), .init(label: "places", places: [28..<32, 37..<41]),
    ])

  static let exact: [any AnnotationFormat] = [JSONLinesFormat(), WebAnnotationFormat(), BratFormat(), ConlluFormat()]

  private func roundTrip(_ documents: [AnnotatedDocument], _ format: any AnnotationFormat) throws -> [AnnotatedDocument]
  {
    try format.read(try format.write(documents).files)
  }

  @Test(arguments: exact.indices)
  func textsAndSpansComeBack(_ index: Int) throws {
    let format = Self.exact[index]
    let back = try roundTrip(Self.documents, format)
    #expect(back.map(\.id) == Self.documents.map(\.id))
    #expect(back.map { Array($0.text.unicodeScalars) } == Self.documents.map { Array($0.text.unicodeScalars) })
    #expect(back.map(\.annotations) == Self.documents.map(\.annotations))
    // brat has no place for a language.
    if !(format is BratFormat) { #expect(back.map(\.language) == Self.documents.map(\.language)) }
    let again = try format.write(back)
    #expect(try format.write(Self.documents) == again)
  }

  @Test(arguments: [0, 1, 2])
  func fieldsOverlapsAndTornStretchesComeBack(_ index: Int) throws {
    let format = Self.exact[index]
    #expect(try format.write([Self.rich]).losses.isEmpty)
    var expected = Self.rich
    if format is JSONLinesFormat {
      // One row has one list: records without kind stand beside those with.
      expected.annotations.sort {
        ($0.extent.lowerBound, -$0.extent.upperBound) < ($1.extent.lowerBound, -$1.extent.upperBound)
      }
    }
    #expect(try roundTrip([Self.rich], format) == [expected])
  }

  @Test func tokenFormatsSayWhatTheyCannotCarry() throws {
    let losses = try ConlluFormat().write([Self.rich]).losses
    #expect(losses == ["2 annotations that overlap others, are torn or cover nothing", "the fields of 1 annotations"])
  }

  @Test func iobKeepsLabelsAndWords() throws {
    let format = IOBFormat()
    let back = try roundTrip(Self.documents, format)
    #expect(back.map(\.id) == Self.documents.map(\.id))
    let words = { (document: AnnotatedDocument) in
      document.annotations.map { annotation in
        let scalars = Array(document.text.unicodeScalars)[annotation.extent]
        return annotation.label + " " + String(String.UnicodeScalarView(scalars.filter { !$0.properties.isWhitespace }))
      }
    }
    #expect(back.map(words) == Self.documents.map(words))
    #expect(try format.write(back).files[0].content == format.write(Self.documents).files[0].content)
  }

  @Test func otherSchemesAreUnderstood() throws {
    let file = "Anna B-PER\nMaria L-PER\nand O\nOslo U-LOC\nBergen I-LOC\nRome I-LOC\nBo I-PER\n\nBo I-PER\n"
    let documents = try IOBFormat().read([("x.iob", file)])
    let text = Array(documents[0].text.unicodeScalars)
    let said = documents[0].annotations.map { "\($0.label) " + String(String.UnicodeScalarView(text[$0.extent])) }
    #expect(said == ["PER Anna Maria", "LOC Oslo", "LOC Bergen Rome", "PER Bo", "PER Bo"])
  }

  @Test func conlluReadsWhatOthersWrite() throws {
    let file = """
      # newdoc id = d1
      # text = Don't go, Anna!
      1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
      1\tDo\tdo\tAUX\t_\t_\t3\taux\t_\t_
      2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_
      3\tgo\tgo\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
      3.1\tyou\tyou\tPRON\t_\t_\t_\t_\t_\t_
      4\t,\t,\tPUNCT\t_\t_\t3\tpunct\t_\t_
      5\tAnna\tAnna\tPROPN\t_\t_\t3\tvocative\t_\tEntity=B-PER|SpaceAfter=No
      6\t!\t!\tPUNCT\t_\t_\t3\tpunct\t_\t_

      """
    let documents = try ConlluFormat().read([("x.conllu", file)])
    #expect(documents.map(\.text) == ["Don't go, Anna!"])
    #expect(documents.first?.annotations == [.init(label: "PER", places: [10..<14])])
    let wrong = file.replacing("Don't go, Anna!", with: "Do go, Anna!")
    #expect(code { () throws(AnalysisError) in _ = try ConlluFormat().read([("x.conllu", wrong)]) } == "I113")
  }

  private func code(_ body: () throws(AnalysisError) -> Void) -> String? {
    do throws(AnalysisError) {
      try body()
      return nil
    } catch { return error.code }
  }

  @Test(arguments: [
    "T1\tPER 0 4\tAnya", "T1\tPER 0 40\tAnna", "T1\tPER 4 0\tAnna", "T1 PER 0 4 Anna", "A1\tlow",
    "R1\tby Arg1:T1 Arg2:T9",
  ])
  func bratThatDoesNotFitIsAnErrorWithItsLine(_ line: String) {
    do throws(AnalysisError) {
      _ = try BratFormat().read([("a.txt", "Anna left."), ("a.ann", "T7\tPER 0 4\tAnna\n\(line)\n")])
      Issue.record("no error")
    } catch {
      #expect(error.code == "I113")
      #expect(error.location?.line == 2)
    }
  }

  @Test func bratSplitsAtLineEnds() throws {
    let document = AnnotatedDocument(
      id: "a", text: "Anna\nBo", annotations: [.init(label: "PER", places: [0..<7])])
    let files = try BratFormat().write([document]).files
    #expect(files.map(\.name) == ["a.txt", "a.ann"])
    #expect(files[1].content == "T1\tPER 0 4;5 7\tAnna Bo\n")
  }

  @Test func aNoteOfAPersonIsKept() throws {
    let documents = try BratFormat().read([
      ("f/a.txt", "Anna"), ("f/a.ann", "T1\tPER 0 4\tAnna\n#1\tAnnotatorNotes T1\tis she?\nA1\tsure T1\n"),
    ])
    #expect(documents[0].id == "a")
    #expect(documents[0].annotations[0].fields == [.init("note", "is she?"), .init("sure", true)])
  }

  @Test func webAnnotationsHaveToAgreeWithTheirText() throws {
    let page = try WebAnnotationFormat().write([Self.documents[1]]).files[0].content
    #expect(page.contains(#""exact": "Cy""#))
    let moved = page.replacing(#""start": 18"#, with: #""start": 17"#)
    #expect(code { () throws(AnalysisError) in _ = try WebAnnotationFormat().read([("p", moved)]) } == "I113")
  }

  @Test(arguments: ["figures.en", "figures.ru", "stance.en", "stance.ru"])
  func ourGoldComesBackThroughBratAndWeb(_ name: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/gold/\(name).jsonl").path
    let gold = try JSONLinesFormat().read([(path, try String(contentsOfFile: path, encoding: .utf8))])
    #expect(gold.count >= 40)
    for format in Self.exact.dropFirst().prefix(2) {
      var back = try roundTrip(gold, format)
      for index in back.indices { back[index].language = gold[index].language }
      #expect(back == gold)
    }
  }

  @Test func whatWasCorrectedInBratIsGoldAgain() throws {
    var document = Self.rich
    document.annotations.removeAll { $0.label != "killed" }
    var corrected = try BratFormat().write([document]).files
    corrected[1].content.replace("A2\tlow T1 3", with: "A2\tlow T1 4")
    let row = try JSONLinesFormat().write(try BratFormat().read(corrected)).files[0].content
    let comparison = Comparison(identity: [.init("kind"), .init("low")], label: "kind", mode: .overlap)
    let gold = try GoldReader(analyzer: "a", comparison: comparison).read(Array(row.utf8), path: "g")
    #expect(gold.first?.records.map { $0.value("low") } == [4])
    #expect(gold.first?.records.map(\.place) == [8..<14])
  }
}

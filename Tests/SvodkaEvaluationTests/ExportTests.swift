import Foundation
import SvodkaEvaluation
import SvodkaKit
import Testing

/// Files as brat and INCEpTION write them, made by hand after the descriptions of their formats.
@Suite struct ExportTests {
  private func file(_ name: String) throws -> (name: String, content: String) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/exports")
    return (name, try String(contentsOf: folder.appending(path: name), encoding: .utf8))
  }

  private func brat() throws -> (document: AnnotatedDocument, told: [UntakenLine]) {
    var told: [UntakenLine] = []
    let documents = try BratFormat().read([try file("brat.txt"), try file("brat.ann")]) { told.append($0) }
    return (try #require(documents.first), told)
  }

  private func covered(_ annotation: AnnotatedDocument.Annotation, _ document: AnnotatedDocument) -> String {
    let scalars = Array(document.text.unicodeScalars)
    return annotation.places.map { String(String.UnicodeScalarView(scalars[$0])) }.joined(separator: "|")
  }

  @Test func bratGivesItsStretchesTornOnesToo() throws {
    let (document, _) = try brat()
    #expect(
      document.annotations.map { "\($0.label) \(covered($0, document))" } == [
        "Person Ann Lee", "Meet met", "Organization North|Delta rebels", "Organization South Delta rebels",
        "Place rebels\nnear", "Location Port Vero", "Person She",
      ])
  }

  @Test func bratGivesAttributesRelationsAndNotes() throws {
    let (document, _) = try brat()
    #expect(
      document.annotations[0].fields == [
        .init("Confidence", "High"), .init("Titled", true),
        .init("leads", ["end": 48, "start": 30, "text": "South Delta rebels"]),
        .init("note", "is she still mayor? «check», 50 %"),
      ])
    #expect(document.annotations[2].fields == [.init("note", "overlaps T3")])
    #expect(document.annotations[5].fields == [.init("Year", 1999)])
  }

  @Test func whatOfBratIsNotTakenIsToldWithItsLine() throws {
    let told = try brat().told
    #expect(told.map(\.location.line) == [6, 10, 11, 12, 15, 17, 19])
    #expect(told.allSatisfy { $0.location.path == "brat.ann" && !$0.reason.isEmpty })
  }

  @Test func whatWasTakenOfBratComesBack() throws {
    let (document, _) = try brat()
    for format in [BratFormat(), JSONLinesFormat(), WebAnnotationFormat()] as [any AnnotationFormat] {
      let back = try #require(try format.read(try format.write([document]).files).first)
      #expect(back.text == document.text)
      // A quotation becomes a stretch and comes back as one.
      #expect(back.annotations.map(\.label) == document.annotations.map(\.label))
      #expect(back.annotations == document.annotations)
    }
  }

  @Test(arguments: [
    "T1\tPER 0 4\tAnna\nE1\tMeet:T1\nA1\tSure E1\n", "*\tEquiv T1 T2\n", "#1\tAnnotatorNotes\n", "N1\n", "E\n", "?\n",
    "#\n",
    "A1\tstart T1\nT1\tPER 0 4\tAnna\n",
  ])
  func oddLinesOfBratAreTold(_ lines: String) throws {
    var told: [UntakenLine] = []
    _ = try BratFormat().read([("a.txt", "Anna left."), ("a.ann", lines)]) { told.append($0) }
    #expect(!told.isEmpty)
  }

  @Test(arguments: [
    "T1\tPER 0 4\tAnna\nT1\tPER 5 9\tleft", "T1\tPER 0 4;\tAnna", "T1\tPER\tAnna", "T1\tPER a b\tAnna",
    "T1\tPER -1 4\tAnna",
    "T1\tPER 0 99999999999999999999\tAnna", "R1\n", "R1\tx Arg1: Arg2:\n", "M1\tx\n",
  ])
  func brokenLinesOfBratAreErrorsWithALine(_ lines: String) {
    do throws(AnalysisError) {
      _ = try BratFormat().read([("a.txt", "Anna left."), ("a.ann", lines)])
      if !lines.contains("0 4;") { Issue.record("no error") }
    } catch {
      #expect(error.code == "I113")
      #expect(error.location?.line != nil)
    }
  }

  @Test func conllOf2002() throws {
    let document = try #require(try IOBFormat().read([try file("conll2002.conll")]).first)
    #expect(document.text == "Ann Lee met the North Delta rebels .\nVero 🔴 ждёт")
    #expect(
      document.annotations.map { "\($0.label) \(covered($0, document))" } == [
        "PER Ann Lee", "ORG North Delta rebels", "LOC Vero",
      ])
  }

  @Test func conllOf2003() throws {
    let documents = try IOBFormat().read([try file("conll2003.conll")])
    #expect(documents.map(\.text) == ["Ann Lee Bo left\nVero .", "Oslo"])
    #expect(
      documents.map { document in document.annotations.map { "\($0.label) \(covered($0, document))" } } == [
        ["PER Ann Lee", "PER Bo", "LOC Vero"], ["LOC Oslo"],
      ])
  }

  @Test func conllU() throws {
    let document = try #require(try ConlluFormat().read([try file("export.conllu")]).first)
    #expect(document.text.hasPrefix("Don't leave Port Vero."))
    #expect(document.annotations.map { "\($0.label) \(covered($0, document))" } == ["LOC Port Vero"])
  }

  @Test(arguments: ["Ann", "Ann PER", "Ann B-", "Ann\tB-PER\tx", "1\tAnn"])
  func brokenTokenLinesAreErrorsWithALine(_ line: String) {
    for (format, name) in [(IOBFormat(), "a.iob"), (ConlluFormat(), "a.conllu")] as [(any AnnotationFormat, String)] {
      do throws(AnalysisError) {
        _ = try format.read([(name, "\n" + line + "\n")])
        Issue.record("no error")
      } catch {
        #expect(error.code == "I113")
        #expect(error.location?.line == 2)
      }
    }
  }
}

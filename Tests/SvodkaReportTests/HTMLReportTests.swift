import Foundation
import SvodkaCorpus
import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaReport

@Suite struct HTMLReportTests {
  private static let resources = ResourceLoader()

  private func page(_ report: Report, language: String = "en") throws -> String {
    let wording = try LocalWording(language: language, resources: Self.resources)
    return String(decoding: try HTMLReport(resources: Self.resources).bytes(report, wording: wording), as: UTF8.self)
  }

  private func report(_ section: ReportSection, documents: [ReportDocument] = []) -> Report {
    Report(
      language: "en", title: "Two newsrooms", overview: ReportOverview(by: ["source"], groups: []), headlines: [],
      sections: [section], documents: documents)
  }

  private func section(_ block: (inout ReportSection) -> ReportBlock) -> ReportSection {
    var section = ReportSection(id: "claims", title: "Claims")
    section.blocks = [block(&section)]
    return section
  }

  @Test func aFigureLeadsToItsSentenceAndTheSentenceToItsDocument() throws {
    let quote = ReportEvidence(
      document: "k-7", sentence: "Мэр сообщил о 14 погибших.", finding: TextSpan(25, 44), label: "killed: 14")
    let section = section { section in
      .table(
        ReportTable(
          id: "tolls", caption: "Tolls", columns: [.init("source"), .init("low", isNumber: true)],
          rows: [.init(["kurier", ReportCell(.integer(14), evidence: section.cite([quote]))])]))
    }
    let page = try page(
      report(
        section,
        documents: [
          ReportDocument(
            id: "k-7", title: "Взрыв в порту", source: "kurier", date: "2026-03-01", language: "ru",
            url: "https://kurier.example/7")
        ]))
    let link = "<a class=\"ev\" href=\"#\(quote.id)\" data-evidence=\"\(quote.id)\" data-title=\"kurier · low\">14</a>"
    let item = "<li id=\"\(quote.id)\">"
    let sentence = "lang=\"ru\">Мэр сообщил о <span class=\"l0\">14 погибших</span>.</blockquote>"
    let address = "<a href=\"https://kurier.example/7\" rel=\"noopener noreferrer\">"
    #expect(page.contains(link))
    #expect(page.contains(item))
    #expect(page.contains(sentence))
    #expect(page.contains(address))
    #expect(page.contains("Взрыв в порту · kurier · 2026-03-01 · ru"))
  }

  @Test func textOfDocumentsIsNeverMarkup() throws {
    let hostile = "\"><script>alert(1)</script><img src=x onerror='x()'>&\u{0}\u{202E}\"\u{301}onmouseover=\u{301}x"
    let section = section { section in
      let quote = ReportEvidence(
        document: hostile, sentence: hostile, finding: TextSpan(2, 9), label: hostile)
      let cited = section.cite([quote])
      return .table(
        ReportTable(
          id: hostile, caption: hostile, note: hostile, columns: [.init(hostile, note: hostile)],
          rows: [
            .init(
              [ReportCell(.text(hostile), marks: [ReportMark(id: hostile, text: hostile)], evidence: cited)],
              evidence: cited)
          ]))
    }
    var report = report(
      section,
      documents: [
        ReportDocument(id: hostile, title: hostile, language: hostile, url: "javascript:alert(1)", path: hostile)
      ])
    report.title = hostile
    report.headlines = [ReportStatement(hostile)]
    report.sections.append(charts(hostile))
    let page = try page(report)
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(!page.contains("<img"))
    #expect(!page.contains("javascript:"))
    // No quotation mark of the text ends an attribute, not even one with an accent on it.
    let accented = "\"\u{301}"
    #expect(!contains(page, accented))
    #expect(!contains(page, "\u{0}"))
  }

  /// Whether scalars follow each other, whatever characters they make.
  private func contains(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.unicodeScalars), Array(part.unicodeScalars))
    return text.indices.contains { text[$0...].starts(with: part) }
  }

  private func charts(_ name: String) -> ReportSection {
    ReportSection(
      id: name, title: name,
      blocks: [
        .bars(
          ReportBars(
            id: name, title: name, unit: name, groups: [name],
            categories: [.init(ReportName(name), bars: [.init(ReportEstimate(1, low: 0.5, high: 2), count: 1)])],
            alternative: name)),
        .timeline(
          ReportTimeline(
            id: name, title: name, unit: name, series: [name],
            points: [.init(date: name, series: 0, low: 1, high: nil, label: name)], alternative: name)),
        .matrix(
          ReportMatrix(
            id: name, title: name, columns: [name],
            rows: [.init(ReportName(name, latin: name), cells: [[.init(id: name, label: name, count: 1)]])],
            alternative: name)),
      ])
  }

  @Test func thePageAllowsNoScriptOrStyleButItsOwn() throws {
    let page = try page(report(ReportSection(id: "none", title: "None")))
    let script = try #require(page.firstMatch(of: /<script>(?<body>(?s).*?)<\/script>/)).body
    let style = try #require(page.firstMatch(of: /<style>(?<body>(?s).*?)<\/style>/)).body
    #expect(page.contains("script-src '\(HTMLReport.digest(String(script)))'"))
    #expect(page.contains("style-src '\(HTMLReport.digest(String(style)))'"))
    #expect(page.contains("default-src 'none'"))
    let elsewhere = page.firstMatch(of: /(?:src|href)="(?:https?:)?\/\//)
    #expect(!page.contains("style=\""), "a style attribute would be refused by the page's own policy")
    #expect(elsewhere == nil)
  }

  @Test func theDigestIsTheOneThatBrowsersCompute() {
    // The SHA-256 of the empty text, in base 64: RFC 4634's test vector.
    #expect(HTMLReport.digest("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }

  @Test func everyWordOfThePageIsKnownInBothLanguages() throws {
    for language in LocalWording.languages {
      let page = try page(report(charts("x")), language: language)
      let key = page.firstMatch(of: /(?:html|overview)\.[a-z-]+/)
      #expect(key == nil, "\(language)")
    }
  }

  @Test func aSentenceStandsInThePageOnce() throws {
    let quote = ReportEvidence(document: "a", sentence: "Four died.", finding: TextSpan(0, 4))
    let section = section { section in
      let cited = section.cite([quote])
      return .table(
        ReportTable(
          id: "t", caption: "T", columns: [.init("a"), .init("b")],
          rows: [
            .init(["x", ReportCell(.integer(4), evidence: cited)]),
            .init(["y", ReportCell(.integer(4), evidence: cited)]),
          ]))
    }
    #expect(try page(report(section)).components(separatedBy: "<blockquote").count == 2)
  }
}

@Suite struct EvidenceLanesTests {
  private func lanes(_ sentence: String, _ parts: String...) -> [String] {
    let findings = parts.map { part in
      let start =
        sentence.utf8.count
        - (sentence.components(separatedBy: part).dropFirst().joined(separator: part).utf8.count + part.utf8.count)
      return ReportEvidence.Highlight(TextSpan(start, start + part.utf8.count))
    }
    let layout = EvidenceLanes(ReportEvidence(document: "a", sentence: sentence, findings: findings))
    return layout.segments.map {
      $0.text + ($0.lanes.isEmpty ? "" : "/" + $0.lanes.map(String.init).joined(separator: "+"))
    }
  }

  @Test func findingsThatOverlapLieInTheirOwnLanes() {
    #expect(
      lanes("Лавров заявил о 14 погибших.", "о 14 погибших", "14", "Лавров")
        == ["Лавров/0", " заявил ", "о /0", "14/1+0", " погибших/0", "."])
  }

  @Test func findingsThatDoNotOverlapShareTheFirst() {
    #expect(lanes("four dead, nine hurt", "four dead", "nine hurt") == ["four dead/0", ", ", "nine hurt/0"])
  }

  @Test func placesInsideACharacterOrBeyondTheSentenceAreMoved() {
    let evidence = ReportEvidence(
      document: "a", sentence: "да", findings: [.init(TextSpan(1, 99)), .init(TextSpan(-5, 3))])
    #expect(EvidenceLanes(evidence).segments.map(\.text).joined() == "да")
  }
}

@Suite struct AxisScaleTests {
  @Test(arguments: zip([9, 0.3, 54, 1], ["0 2 4 6 8 10", "0.0 0.1 0.2 0.3", "0 20 40 60", "0.0 0.2 0.4 0.6 0.8 1.0"]))
  func ticksAreRound(largest: Double, ticks: String) {
    let scale = AxisScale(largest: largest)
    #expect(scale.ticks.map { PlainWording().number($0, digits: scale.digits) }.joined(separator: " ") == ticks)
  }

  @Test func valuesOfVeryDifferentSizeAreToldApart() {
    let scale = AxisScale(logarithmicTo: 40_000)
    #expect(scale.ticks == [0, 1, 10, 100, 1000, 10_000, 100_000])
    #expect(scale.fraction(100_000) == 1)
    #expect(abs(scale.fraction(100) - scale.fraction(10) - 1.0 / 6) < 1e-9)
    #expect(scale.fraction(0) == 0)
  }

  @Test func nothingIsNoDivisionByNothing() {
    #expect(AxisScale(largest: 0).fraction(0) == 0)
    #expect(AxisScale(largest: .nan).fraction(1) == 1)
  }
}

@Suite struct SafeAddressTests {
  struct Case: Sendable {
    var url: String?
    var path: String?
    var address: String?
  }

  @Test(arguments: [
    Case(url: "https://kurier.example/a?b=c", address: "https://kurier.example/a?b=c"),
    Case(
      url: "JavaScript:alert(1)", path: "pages/день 1.html", address: "./pages/%D0%B4%D0%B5%D0%BD%D1%8C%201.html"),
    Case(path: "/data/a#b.html", address: "file:///data/a%23b.html"),
    Case(path: "javascript:alert(1)", address: "./javascript%3Aalert%281%29"), Case(path: "-"),
    Case(url: "data:text/html,x"),
  ])
  func onlyPagesAndFilesAreLinked(_ test: Case) {
    #expect(SafeAddress.of(ReportDocument(id: "a", language: "en", url: test.url, path: test.path)) == test.address)
  }
}

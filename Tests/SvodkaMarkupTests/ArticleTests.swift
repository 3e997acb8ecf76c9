import SvodkaKit
import SvodkaMarkup
import SvodkaResources
import Testing

@Suite struct ArticleTests {
  private let extractor: ArticleExtractor

  init() throws { extractor = try ArticleExtractor(resources: ResourceLoader()) }

  private static let paragraphs = [
    "The ferry company said on Tuesday that the northern route would stay closed until the crews come back to work.",
    "Four islands have been without a regular boat for nine days, and the harbour board fears for the supply of fuel.",
    "Two elderly patients were flown to the mainland on Sunday night after the doctor's launch failed to start.",
    "Talks are to go on in the county town on Wednesday, with a mediator whom both sides have accepted.",
  ]

  private func page(_ content: String) -> String {
    """
    <html lang="en"><head><title>Ferries stay in port - Harbour Light</title></head><body>
    <div class="menu"><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></div>
    \(content)
    <div class="footer">© 2016 Harbour Light. All rights reserved. <a href="/terms">Terms of use</a></div></body></html>
    """
  }

  private func paragraphs(_ tag: String = "p") -> String {
    Self.paragraphs.map { "<\(tag)>\($0)</\(tag)>" }.joined(separator: "\n")
  }

  private static let body = paragraphs.joined(separator: "\n\n")

  @Test func bodyIsTakenAndFurnitureNamed() throws {
    let article = try extractor.article(
      page: page(
        """
        <h1>Ferries stay in port</h1><div class="share"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
        <div class="text">\(paragraphs())</div>
        <div class="newsletter"><h3>Sign up for our free weekly newsletter</h3></div>
        <div class="related"><h3>Related stories</h3><a href="/1">How the islands got through last winter</a></div>
        """))
    #expect(article.text == Self.body)
    let kinds = Set(article.removed.map(\.kind))
    #expect(kinds.isSuperset(of: [.masthead, .share, .signup, .related, .legal, .menu]))
    #expect(article.removed.allSatisfy { !$0.reason.isEmpty && !$0.text.isEmpty })
  }

  @Test func paragraphsMayBeApartByLineBreaksOnly() throws {
    let text = Self.paragraphs.joined(separator: "<br>\n<br>")
    #expect(
      try extractor.article(page: page("<h1>Ferries stay in port</h1><div id='text'>\(text)</div>")).text == Self.body)
  }

  @Test func layoutTablesOfOldPagesAreNoTables() throws {
    let article = try extractor.article(
      page: page(
        "<table><tr><td><a href='/a'>Archive</a><br><a href='/l'>Letters</a></td><td><h1>Ferries stay in port</h1>\(paragraphs())</td></tr></table>"
      ))
    #expect(article.text == Self.body)
  }

  @Test func listsQuotationsAndTablesKeepTheirLines() throws {
    let content = """
      <article><h1>Ferries stay in port</h1>\(paragraphs())
      <h2>What the crews want</h2><ul><li>a rise of seven percent from the first of March;</li><li>two crews on every night boat, as before the merger.</li></ul>
      <blockquote>We cannot live on these wages, and nobody on these islands would ask us to, said Martha Quill.</blockquote>
      <table><tr><th>Route</th><th>Days without a boat</th></tr><tr><td>Northern route</td><td>9</td></tr><tr><td>Western route</td><td>2</td></tr></table>
      \(paragraphs())</article>
      """
    let text = try extractor.article(page: page(content)).text
    #expect(
      text.contains(
        "What the crews want\n\na rise of seven percent from the first of March;\ntwo crews on every night boat"))
    #expect(text.contains("\n\nWe cannot live on these wages"))
    #expect(text.contains("Northern route\t9\nWestern route\t2"))
  }

  @Test func passagesSayWhatTheyAreAndWhereTheyStand() throws {
    let content = """
      <article><h1>Ferries stay in port</h1>\(paragraphs())
      <h2>What the crews want</h2><ol><li>a rise of seven percent from the first of March;</li><li>two crews on every night boat, as before the merger.</li></ol>
      <blockquote>We cannot live on these wages, and nobody on these islands would ask us to, said Martha Quill.</blockquote>
      <table><tr><th>Route</th><th>Days without a boat</th></tr><tr><td>Northern route</td><td>9</td></tr></table>
      \(paragraphs())</article>
      """
    let html = page(content)
    let article = try extractor.article(page: html)
    let bytes = Array(article.text.utf8)
    let found = article.passages.map {
      (kind: $0.kind, text: String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self))
    }
    #expect(found.contains { $0 == (.heading(level: 2), "What the crews want") })
    #expect(found.contains { $0.kind == .item(number: 2) && $0.text.hasPrefix("two crews") })
    #expect(found.contains { $0.kind == .quotation && $0.text.hasPrefix("We cannot live") })
    #expect(found.count { if case .row = $0.kind { $0.text.contains("\t") } else { false } } == 2)
    #expect(found.count { $0.kind == .paragraph } == 8)
    // Each lies behind the one before, in the text and in the page.
    for (a, b) in zip(article.passages, article.passages.dropFirst()) {
      #expect(a.span.end < b.span.start && a.source < b.source)
    }
  }

  @Test(arguments: [("<noindex>", "</noindex>"), ("<!--noindex-->", "<!--/noindex-->")])
  func whatIsKeptFromSearchEnginesIsNotTheArticle(start: String, end: String) throws {
    let box =
      "<p>The Northern Ferry Company was founded in 1911 and runs nine boats between the mainland and the islands.</p>"
    let article = try extractor.article(
      page: page("<h1>Ferries stay in port</h1><div class='text'>\(paragraphs())\(start)\(box)\(end)</div>"))
    #expect(article.text == Self.body)
    // Unless all of it is kept from them.
    let whole = try extractor.article(
      page: page("<h1>Ferries stay in port</h1><div class='text'>\(start)\(paragraphs())\(end)</div>"))
    #expect(whole.text == Self.body)
  }

  @Test func aListThatEndsTheArticleStays() throws {
    let list =
      "<ul><li>26 January: eleven boats lie in port;</li><li>28 January: the navy sends two tenders.</li></ul>"
    let links =
      "<ul><li><a href='/1'>How the islands got through</a></li><li><a href='/2'>Who pays for it</a></li></ul>"
    for (tail, expected) in [(list, true), (links, false)] {
      let text = try extractor.article(
        page: page("<article><h1>Ferries stay in port</h1>\(paragraphs())\(tail)</article>")
      ).text
      #expect((text != Self.body) == expected, "\(text)")
    }
  }

  @Test func aSecondArticleBelowTheFirstIsNotTaken() throws {
    let second = """
      <div class="story"><h1>Mill shuts its second line</h1><div class="text"><p>The paper mill in Upper Marsh has shut its second line because gas runs short, its chief engineer said.</p>
      <p>Workers were sent on paid leave until the end of the month. Their union wants written guarantees.</p></div></div>
      """
    let article = try extractor.article(
      page: page(
        "<div class='stream'><div class='story'><h1>Ferries stay in port</h1><div class='text'>\(paragraphs())</div></div>\(second)</div>"
      ))
    #expect(article.title == "Ferries stay in port")
    #expect(article.text == Self.body)
  }

  @Test func allTextStaysWhereFurnitureIsKept() throws {
    let text = try extractor.article(page: page("<h1>Ferries stay in port</h1>\(paragraphs())"), keepingFurniture: true)
      .text
    #expect(
      text == "Home News Sport\n\nFerries stay in port\n\n" + Self.body
        + "\n\n© 2016 Harbour Light. All rights reserved. Terms of use")
  }

  @Test(arguments: [
    "", " ", "<html></html>", "<p>", "<p>Short.</p>", "just words", "<div><a href='x'>link</a></div>", "\u{0}",
    "<!---->",
  ])
  func littlePagesAreNoError(html: String) throws { _ = try extractor.article(page: html) }

  @Test func aShortPageIsNotLost() throws {
    #expect(
      try extractor.article(page: "<p>The road is closed until further notice, the council said.</p>").text.contains(
        "closed until further notice"))
  }

  @Test func theSamePageIsReadTheSameWayEachTime() throws {
    let page = page(
      "<div class='a b'><h1>Ferries stay in port</h1>\(paragraphs("div"))<div class='tags'>Tags: ferries, strike</div></div>"
    )
    let first = try extractor.article(page: page)
    for _ in 0..<3 { #expect(try extractor.article(page: page) == first) }
    #expect(try ArticleExtractor(resources: ResourceLoader()).article(page: page) == first)
  }

  @Test func softHyphensDoNotCutWords() throws {
    let content =
      "<h1>Ferries</h1>"
      + paragraphs().replacing("northern", with: "nor&shy;thern").replacing("Tuesday", with: "Tues\u{200B}day")
    #expect(try extractor.article(page: page(content)).text == Self.body)
  }

  @Test func aHugeAttributeIsReadInReasonableTime() throws {
    let article = try extractor.article(
      page: page("<img alt='\(String(repeating: "x", count: 4 << 20))'><h1>Ferries</h1>\(paragraphs())"))
    #expect(article.text == Self.body)
  }
}

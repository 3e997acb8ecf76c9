import SvodkaKit
import Testing

@testable import SvodkaMarkup

@Suite struct HTMLPageTests {
  /// The elements and texts of a page, one a line, as `tag` or `"text"`, indented by depth.
  private func outline(_ html: String) throws -> String {
    let page = try HTMLPage(html)
    return page.nodes.indices.map { index in
      let node = page.nodes[index]
      let name = node.tag.map { "\($0)" } ?? "\"" + String(decoding: page.bytes(of: index), as: UTF8.self) + "\""
      return String(repeating: " ", count: node.depth) + name
    }.joined(separator: "\n")
  }

  @Test func readsElementsAndTextsInOrder() throws {
    #expect(
      try outline("<div>a<p>b<b>c</b></p></div>") == """
        html
         body
          div
           "a"
           p
            "b"
            b
             "c"
        """)
  }

  @Test func entitiesAndLettersOfAnyScriptComeThrough() throws {
    let page = try HTMLPage("<meta charset='windows-1251'><p>Гражданские &mdash; «да» &amp; 🕊 &#1078;</p>")
    #expect(page.text(of: 0) == "Гражданские — «да» & 🕊 ж")
  }

  @Test func attributesKeepTheirValues() throws {
    let page = try HTMLPage("<a href='/x?a=1&amp;b=2' data-Дата='т' hidden>x</a>")
    let link = try #require(page.nodes.firstIndex { $0.tag == .a })
    #expect(page.attribute("href", of: link) == "/x?a=1&b=2")
    #expect(page.attribute("hidden", of: link) != nil)
    #expect(page.attribute("class", of: link) == nil)
  }

  @Test func scriptsAndStylesAreNoTextButLinkedDataAreKept() throws {
    let page = try HTMLPage(
      "<script>if (a < b) document.write('<p>x</p>')</script><style>p { }</style><script type='application/ld+json'>{\"a\": \"</p>\"}</script>"
    )
    #expect(page.text(of: 0) == #"{"a": "</p>"}"#)
  }

  /// Scripts are most of many a page, and are passed over at once: what follows stands where it stood.
  @Test(
    arguments: [
      "if (a < b) f('</scr' + 'ipt>', '</b>', '</')", "", "</", "<", ">", "<!-- <script> -->", "x = '<p>'",
      String(repeating: "var a = '<div>'; ", count: 4000),
    ], ["script", "SCRIPT", "style"])
  func whatFollowsAScriptStandsWhereItStood(content: String, tag: String) throws {
    let start = "<p>до</p><\(tag) data-a='>'>\(content)</\(tag)\n>"
    let page = try HTMLPage(start + "<p>after</p>")
    #expect(page.text(of: 0) == "до after")
    let text = try #require(page.nodes.indices.first { String(decoding: page.bytes(of: $0), as: UTF8.self) == "after" })
    #expect(abs(page.nodes[text].source - start.utf8.count) <= 8)
  }

  @Test(arguments: [
    "<script>", "<script>var a = 1", "<style>p {", "<script", "<script></scrip", "<script/>", "<script>\0</script>",
  ])
  func aScriptThatDoesNotEndHoldsNoText(end: String) throws {
    #expect(try HTMLPage("<p>a</p>" + end).text(of: 0) == "a")
  }

  @Test func aNulDoesNotEndThePage() throws {
    #expect(try HTMLPage("<p>a\0b</p>").text(of: 0) == "a b")
  }

  @Test(arguments: ["", " ", "<", "<!--", "<!DOCTYPE", "</p></div>", "<p", "<a href='", "&#xFFFFFFFF;", "<![CDATA["])
  func scrapsAreReadWithoutAnError(html: String) throws { _ = try HTMLPage(html) }

  @Test func entitiesOfADocumentTypeAreNotExpanded() throws {
    let page = try HTMLPage(
      "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b '&b;&b;'>]><p>x&a;y&b;</p>")
    #expect(!String(decoding: page.pool, as: UTF8.self).contains("root:"))
  }

  @Test func nestingOverTheLimitIsAnErrorThatNamesIt() {
    let html = String(repeating: "<div>", count: 100_000) + "x"
    let error = #expect(throws: AnalysisError.self) { try HTMLPage(html) }
    #expect(error?.code == "I107")
    #expect(error?.message.contains("page-depth") == true)
  }

  @Test func deepNestingNeedsNoStackWhereItIsAllowed() throws {
    let page = try HTMLPage(String(repeating: "<div>", count: 100_000) + "x", depthLimit: 200_000)
    #expect(page.nodes.last?.depth == 100_002)
    #expect(page.nodes.first?.end == page.nodes.count)
  }

  @Test func everyNodeEndsInsideItsParent() throws {
    let page = try HTMLPage("<ul><li>a<li>b<table><tr><td>c</ul><p>d<div>e</p>f<b><i>g</b>h</i>")
    for (index, node) in page.nodes.enumerated() {
      #expect(node.end > index)
      if node.parent >= 0 { #expect(node.end <= page.nodes[node.parent].end) }
    }
  }

  @Test func anElementWithEndlessAttributesIsAnErrorAtOnce() throws {
    let many = (1...200_000).map { "a\($0)=1" }.joined(separator: " ")
    #expect(throws: AnalysisError.self) { _ = try HTMLPage("<div \(many)><p>x</p></div>") }
    let few = (1...500).map { "a\($0)='x y'" }.joined(separator: " ")
    let words = String(repeating: "x y ", count: 9000)
    _ = try HTMLPage("<div \(few)><!-- \(words) --><p>a < b, \(words)</p></div>")
  }
}

import SvodkaKit
import SvodkaMarkup
import SvodkaText

/// An article as Markdown (CommonMark, tables as GitHub has them): headings, lists, quotations and tables as the page has
/// them, paragraphs alone where the text came without a page.
struct MarkdownArticle {
  let document: Document
  let passages: [Article.Passage]

  /// The article with title and facts above it, and a rule below.
  var lines: [String] {
    let metadata = document.metadata
    var lines: [String] = []
    if let title = metadata.title { lines += ["# " + Self.escaped(title), ""] }
    let facts = [
      metadata.author.joined(separator: ", "), metadata.source ?? "", metadata.date ?? "", metadata.url ?? "",
    ]
    .filter { !$0.isEmpty }
    if !facts.isEmpty { lines += ["*" + Self.escaped(facts.joined(separator: " · ")) + "*", ""] }
    if passages.isEmpty {
      for paragraph in document.text.paragraphs { lines += [Self.escaped(document.text[paragraph]), ""] }
    } else {
      var last: Article.Passage.Kind?
      for passage in passages {
        if let last, !Self.standTogether(last, passage.kind) { lines.append("") }
        lines += rendered(passage, after: last)
        last = passage.kind
      }
      lines.append("")
    }
    return lines + ["---", "", ""]
  }

  private static func standTogether(_ a: Article.Passage.Kind, _ b: Article.Passage.Kind) -> Bool {
    switch (a, b) {
    case (.item, .item): true
    case (.row(let a), .row(let b)): a == b
    default: false
    }
  }

  private func rendered(_ passage: Article.Passage, after last: Article.Passage.Kind?) -> [String] {
    let text = document.text[passage.span]
    switch passage.kind {
    case .paragraph: return [Self.escaped(text)]
    // The title is the only heading of the first level.
    case .heading(let level):
      return [String(repeating: "#", count: max(2, level)) + " " + Self.escaped(text).replacing("\n", with: " ")]
    case .item(let number):
      return [(number.map { "\($0). " } ?? "- ") + Self.escaped(text).replacing("\n", with: "\n  ")]
    case .quotation:
      // Paragraphs of one quotation are joined by an empty line of it.
      return ["> " + Self.escaped(text).replacing("\n", with: "\n> ")]
    case .preformatted: return ["```", text, "```"]
    case .row:
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map {
        Self.escaped(String($0)).replacing("\n", with: " ")
      }
      let row = "| " + cells.joined(separator: " | ") + " |"
      if let last, Self.standTogether(last, passage.kind) { return [row] }
      return [row, "|" + String(repeating: " --- |", count: cells.count)]
    }
  }

  /// Without meaning for Markdown: its marks get a backslash.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\`*_[]<>#|".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }
}

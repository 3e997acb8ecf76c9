import SvodkaKit

/// Puts the blocks of an article together: paragraphs apart by an empty line, items of a list and rows of a table by a
/// line end, cells by a tabulator.
struct BodyText {
  let page: HTMLPage

  func text(of blocks: [Block]) -> (text: String, passages: [Article.Passage]) {
    var out: [UInt8] = []
    var passages: [Article.Passage] = []
    var last: Block?
    for block in blocks {
      let between = last.map { separator($0, block) } ?? []
      out.append(contentsOf: between)
      let start = out.count
      out.append(contentsOf: block.text)
      if between == Self.cell, var row = passages.popLast() {
        row.span = TextSpan(row.span.start, out.count)
        row.kind = .row(table: ancestor(.table, of: block) ?? 0)
        passages.append(row)
      } else {
        passages.append(
          .init(kind: kind(of: block), span: TextSpan(start, out.count), source: block.source))
      }
      last = block
    }
    return (String(decoding: out, as: UTF8.self), passages)
  }

  private func kind(of block: Block) -> Article.Passage.Kind {
    if block.tag.isHeading { return .heading(level: Int(block.tag.rawValue - Tag.h1.rawValue) + 1) }
    if block.setting.contains(.quote) { return .quotation }
    if let item = ancestor(.li, of: block), ancestor(.table, of: block) ?? -1 < item {
      let list = page.nodes[item].parent
      guard list >= 0, page.nodes[list].tag == .ol else { return .item(number: nil) }
      return .item(number: (page.children(of: list).filter { page.nodes[$0].tag == .li }.firstIndex(of: item) ?? 0) + 1)
    }
    return block.setting.contains(.pre) ? .preformatted : .paragraph
  }

  private static let cell: [UInt8] = [0x09]

  private func separator(_ a: Block, _ b: Block) -> [UInt8] {
    // Paragraphs that line breaks divide inside of one element, as tables for layout hold whole articles in a cell.
    if a.element == b.element { return [0x0A, 0x0A] }
    if let row = ancestor(.tr, of: a), row == ancestor(.tr, of: b), Self.isCell(a.tag), Self.isCell(b.tag) {
      return Self.cell
    }
    if Self.isCell(a.tag), Self.isCell(b.tag), let table = ancestor(.table, of: a), table == ancestor(.table, of: b) {
      return [0x0A]
    }
    if a.tag == .li, b.tag == .li || b.setting.contains(.list),
      page.nodes[a.element].parent == page.nodes[b.element].parent
    {
      return [0x0A]
    }
    return [0x0A, 0x0A]
  }

  private static func isCell(_ tag: Tag) -> Bool { tag == .td || tag == .th }

  private func ancestor(_ tag: Tag, of block: Block) -> Int? {
    var element = block.element
    while element >= 0, page.nodes[element].tag != tag { element = page.nodes[element].parent }
    return element >= 0 ? element : nil
  }
}

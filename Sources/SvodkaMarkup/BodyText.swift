/// Puts the blocks of an article together: paragraphs apart by an empty line, items of a list and rows of a table by a
/// line end, cells by a tabulator.
struct BodyText {
  let page: HTMLPage

  func text(of blocks: [Block]) -> String {
    var out: [UInt8] = []
    var last: Block?
    for block in blocks {
      if let last { out.append(contentsOf: separator(last, block)) }
      out.append(contentsOf: block.text)
      last = block
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func separator(_ a: Block, _ b: Block) -> [UInt8] {
    // Paragraphs that line breaks divide inside of one element, as tables for layout hold whole articles in a cell.
    if a.element == b.element { return [0x0A, 0x0A] }
    if let row = ancestor(.tr, of: a), row == ancestor(.tr, of: b), Self.isCell(a.tag), Self.isCell(b.tag) {
      return [0x09]
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

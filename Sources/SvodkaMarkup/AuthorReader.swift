import SvodkaKit

/// The authors of a page: linked data, the head, elements made for them, the by-line.
struct AuthorReader {
  let page: HTMLPage
  let metadata: PageMetadata
  let tables: DateTables

  /// The names in the order of the page; `near` are the blocks around the headline, where a by-line stands.
  /// `below` are those at the end of the body, where it stands else.
  func authors(near blocks: [Block], below tail: [Block]) -> [String] {
    var nobody: [String] = []
    let named = clean(metadata.linkedData.authors, told: true)
    if named.contains(where: { !isNobody($0) }) { return named }
    nobody = named
    for key in Self.keys {
      let found = clean((metadata.meta[key] ?? []).filter { !$0.contains("/") && !$0.contains("@") }, told: true)
      if found.contains(where: { !isNobody($0) }) { return found }
      if nobody.isEmpty { nobody = found }
    }
    for (label, value) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")] {
      if let label = metadata.first(label), let value = metadata.first(value), behindByline(label + " :") != nil {
        return clean([value], told: true)
      }
    }
    let (sure, likely) = marked()
    return inElements(sure) ?? inBylines(blocks) ?? inElements(likely) ?? inBylines(tail)
      ?? signature(tail) ?? nobody
  }

  /// True for what stands where an author's name does and names nobody.
  private func isNobody(_ name: String) -> Bool {
    let lower = name.lowercased()
    return tables.tables.contains { $0.nobody.contains(lower) }
  }

  /// A name by itself in italics or bold where the text ends.
  private func signature(_ blocks: [Block]) -> [String]? {
    for block in blocks.reversed()
    where block.text.count < 120 && !block.setting.contains(.heading) && block.emphasisBytes * 10 > block.text.count * 9
    {
      let names = clean([block.string])
      let words = names.flatMap { $0.split(separator: " ") }
      guard !names.isEmpty, words.count >= 2 * names.count, words.count <= 3 * names.count,
        words.allSatisfy({ $0.first?.isUppercase == true }), Masthead.words(block.string).count == words.count
      else { continue }
      return names
    }
    return nil
  }

  /// Names under which heads tell authors, the surest first.
  private static let keys = [
    "author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
    "byl", "cxenseparse:author", "mediator_author",
  ]

  /// The names in the first element that holds some, and in those of its kind close behind it.
  private func inElements(_ elements: [Int]) -> [String]? {
    for (order, element) in elements.enumerated() {
      var names = clean([page.text(of: element)])
      guard !names.isEmpty else { continue }
      var end = page.nodes[element].end
      for next in elements[(order + 1)...] where next >= end {
        guard next - end < 8 else { break }
        for name in clean([page.text(of: next)]) where !names.contains(name) { names.append(name) }
        end = page.nodes[next].end
      }
      return names
    }
    return nil
  }

  /// The names behind "By" or its like; behind a label that fills its block, those of the next block.
  private func inBylines(_ blocks: [Block]) -> [String]? {
    for (index, block) in blocks.enumerated() where block.text.count < 200 {
      for line in block.string.split(separator: "\n") {
        guard
          let rest = line.split(separator: "|").lazy.compactMap({ behindByline($0.drop { $0 == " " } + " ") }).first
        else { continue }
        var found = clean([rest])
        if rest.isEmpty, index + 1 < blocks.count, blocks[index + 1].text.count < 100 {
          found = clean([blocks[index + 1].string])
        }
        if !found.isEmpty { return found }
      }
    }
    return nil
  }

  /// Elements that are made for an author's name: those that say so, and those whose class or address lets it be thought.
  private func marked() -> (sure: [Int], likely: [Int]) {
    var byProperty: [Int] = []
    var byRelation: [Int] = []
    var byClass: [Int] = []
    var byName: [Int] = []
    var byLine: [Int] = []
    var byAddress: [Int] = []
    func number(_ name: String) -> Int32? {
      page.names.firstIndex { $0.elementsEqual(name.utf8) }.map { Int32($0) }
    }
    let (rel, itemprop, className, href) = (number("rel"), number("itemprop"), number("class"), number("href"))
    for (index, node) in page.nodes.enumerated() where node.tag != nil && !node.range.isEmpty {
      for attribute in page.attributes[node.range] where !attribute.value.isEmpty {
        let value = page.pool[attribute.value]
        if attribute.name == itemprop {
          if value.elementsEqual("author".utf8) { byProperty.append(index) }
        } else if attribute.name == rel {
          if node.tag == .a, ByteSearch.holds(value, "author") { byRelation.append(index) }
        } else if attribute.name == href {
          if node.tag == .a, byAddress.count < 6, isAddressOfAuthor(value) { byAddress.append(index) }
        } else if attribute.name == className {
          if ByteSearch.holds(value, "author") || ByteSearch.holds(value, "avtor") {
            if ByteSearch.holds(value, "name") { byName.append(index) } else { byClass.append(index) }
          } else if ByteSearch.holds(value, "byline") || ByteSearch.holds(value, "by-line") {
            byLine.append(index)
          }
        }
      }
    }
    func small(_ elements: [Int]) -> [Int] { elements.filter { page.nodes[$0].end - $0 < 60 } }
    return (
      small(byProperty + byRelation + byName.prefix(3) + byLine.prefix(3)), small(byAddress + byClass.prefix(4))
    )
  }

  /// True for `/authors/emily-walker/` and its like: a part of the path that says "author", and one behind it.
  private func isAddressOfAuthor(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count < 200 else { return false }
    return value.withUnsafeBufferPointer { value in
      var (start, wasFolder) = (0, false)
      for index in 0...value.count {
        guard index == value.count || [0x2F, 0x3F, 0x3D].contains(value[index]) else { continue }
        let part = UnsafeBufferPointer(rebasing: value[start..<index])
        start = index + 1
        if part.isEmpty { continue }
        if wasFolder, part.count > 1 { return true }
        wasFolder = (5...12).contains(part.count) && Self.folders.contains { part.elementsEqual($0.utf8) }
      }
      return false
    }
  }

  private static let folders = [
    "author", "authors", "avtor", "avtory", "autor", "journalists", "contributors", "byline",
  ]

  /// What stands behind "By" or its like at the start of a line.
  private func behindByline(_ line: String) -> String? {
    let lower = line.lowercased()
    for opening in tables.byline where lower.utf8.starts(with: opening.utf8) {
      let rest = line.dropFirst(opening.count)
      guard let next = rest.first, !next.isLetter else { continue }
      return String(rest.drop { !$0.isLetter })
    }
    return nil
  }

  /// Names out of what stands where names do: "By", dates and roles off, lists split, what is no name left out. What is
  /// told as an author's name in so many words is believed.
  private func clean(_ texts: [String], told: Bool = false) -> [String] {
    var names: [String] = []
    for text in texts {
      var pieces = [behindByline(text) ?? text]
      for separator in Self.separators where text.utf8.contains(separator.byte) {
        if told, separator.text == "(" { continue }
        pieces = pieces.flatMap { $0.split(separator: separator.text).map(String.init) }
      }
      for joiner in tables.joiners { pieces = pieces.flatMap { $0.split(separator: " \(joiner) ").map(String.init) } }
      for piece in pieces {
        guard let name = name(piece, told: told), !names.contains(where: { $0.lowercased() == name.lowercased() })
        else {
          // What follows a name and is none ends the list: a role, a date.
          if !names.isEmpty { break }
          continue
        }
        names.append(name)
      }
    }
    return names
  }

  /// What stands between two names, with a byte of it.
  private static let separators: [(text: String, byte: UInt8)] =
    [",", ";", "&", "|", "•", "·", "⋅", "\n", " / ", " – ", " — ", " - ", "("].map { text in
      (text, text.utf8.first { $0 != 0x20 } ?? 0)
    }

  private func name(_ piece: String, told: Bool) -> String? {
    var words: [Substring] = []
    let stops = tables.after
    for word in piece.split(separator: " ") {
      let lower = word.lowercased()
      if !words.isEmpty, !told, stops.contains(lower) || tables.months[lower] != nil { break }
      if !told, word.contains(where: { $0.isNumber }) { break }
      words.append(word)
    }
    let text = words.joined(separator: " ").trimming { !$0.isLetter && $0 != "." && $0 != ")" }
    guard (1...(told ? 8 : 5)).contains(words.count), text.count >= 2, text.count < 60, !text.contains("@"),
      !text.contains("http"), text.contains(where: \.isLetter)
    else { return nil }
    if told { return text }
    let lower = text.lowercased()
    guard text.first?.isUppercase == true, !tables.tables.contains(where: { $0.nobody.contains(lower) }),
      lower != metadata.source?.lowercased(), tables.months[lower] == nil, !stops.contains(lower),
      !text.hasSuffix("..."),
      Self.looksLikeName(text)
    else { return nil }
    return text
  }

  /// Most words begin with a capital: "Ellen Marsh", "Erik van Vulpen", but not "View more posts".
  private static func looksLikeName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.filter { $0.first?.isUppercase == true }.count * 2 > words.count
  }
}

extension String {
  fileprivate func trimming(_ unwanted: (Character) -> Bool) -> String {
    var rest = Substring(self)
    while let first = rest.first, unwanted(first) { rest.removeFirst() }
    while let last = rest.last, unwanted(last) { rest.removeLast() }
    return String(rest)
  }
}

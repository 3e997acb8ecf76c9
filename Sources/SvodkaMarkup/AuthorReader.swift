import SvodkaKit

/// The authors of a page: linked data, the head, elements made for them, the by-line.
struct AuthorReader {
  let page: HTMLPage
  let metadata: PageMetadata
  let tables: DateTables

  /// The names in the order of the page; `near` are the blocks around the headline, where a by-line stands.
  func authors(near blocks: [Block]) -> [String] {
    let named = clean(metadata.linkedData.authors)
    if !named.isEmpty { return named }
    for key in [
      "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
      "cxenseparse:author", "mediator_author",
    ] {
      let found = clean((metadata.meta[key] ?? []).filter { !$0.contains("/") && !$0.contains("@") })
      if !found.isEmpty { return found }
    }
    for element in marked() {
      let found = clean([page.text(of: element)])
      if !found.isEmpty { return found }
    }
    for block in blocks where block.text.count < 200 {
      for line in block.string.split(separator: "\n") {
        if let rest = behindByline(String(line)) {
          let found = clean([rest])
          if !found.isEmpty { return found }
        }
      }
    }
    return []
  }

  /// Elements that are made for an author's name.
  private func marked() -> [Int] {
    var byProperty: [Int] = []
    var byRelation: [Int] = []
    var byClass: [Int] = []
    let wanted: Set<Int32> = Set(
      ["rel", "itemprop", "class"].compactMap { name in
        page.names.firstIndex { $0.elementsEqual(name.utf8) }.map { Int32($0) }
      })
    for (index, node) in page.nodes.enumerated() where node.tag != nil && !node.range.isEmpty {
      guard page.attributes[node.range].contains(where: { wanted.contains($0.name) }) else { continue }
      if page.attribute("itemprop", of: index) == "author" { byProperty.append(index) }
      if node.tag == .a, page.attribute("rel", of: index)?.contains("author") == true { byRelation.append(index) }
      if let name = page.attribute("class", of: index)?.lowercased(),
        [
          "author-name", "byline", "author__name", "authorname", "article-author", "article__author", "post-author",
          "entry-author", "author vcard", "post__author", "author",
        ].contains(where: { name.contains($0) })
      {
        byClass.append(index)
      }
    }
    return (byProperty + byRelation + byClass.prefix(6)).filter { page.nodes[$0].end - $0 < 60 }
  }

  /// What stands behind "By" or its like at the start of a line.
  private func behindByline(_ line: String) -> String? {
    let lower = line.lowercased()
    for table in tables.tables {
      for opening in table.byline.sorted(by: { $0.utf8.count > $1.utf8.count }) where lower.hasPrefix(opening) {
        let rest = line.dropFirst(opening.count)
        guard let next = rest.first, !next.isLetter else { continue }
        return String(rest.drop { !$0.isLetter })
      }
    }
    return nil
  }

  /// Names out of what stands where names do: "By", dates and roles off, lists split, what is no name left out.
  private func clean(_ texts: [String]) -> [String] {
    var names: [String] = []
    for text in texts {
      var pieces = [behindByline(text) ?? text]
      for separator in [",", ";", "&", "|", "•", "·", "\n", " / ", " – ", " — ", "("] {
        pieces = pieces.flatMap { $0.split(separator: separator).map(String.init) }
      }
      for joiner in tables.tables.flatMap(\.joiners) {
        pieces = pieces.flatMap { $0.components(separatedBy: " \(joiner) ") }
      }
      for piece in pieces {
        guard let name = name(piece), !names.contains(where: { $0.lowercased() == name.lowercased() }) else {
          // What follows a name and is none ends the list: a role, a date.
          if !names.isEmpty { break }
          continue
        }
        names.append(name)
      }
    }
    return names
  }

  private func name(_ piece: String) -> String? {
    var words: [Substring] = []
    let stops = Set(tables.tables.flatMap(\.after))
    for word in piece.split(separator: " ") {
      let lower = word.lowercased()
      if !words.isEmpty, stops.contains(lower) { break }
      if word.contains(where: { $0.isNumber }) { break }
      words.append(word)
    }
    let text = words.joined(separator: " ").trimming { !$0.isLetter && $0 != "." }
    let lower = text.lowercased()
    guard (1...5).contains(words.count), text.count >= 3, text.count < 60, text.first?.isUppercase == true,
      !tables.tables.contains(where: { $0.nobody.contains(lower) }), lower != metadata.source?.lowercased(),
      !text.contains("@"), !text.contains("http"), tables.months[lower] == nil
    else { return nil }
    return text
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: true).map(String.init)
  }

  fileprivate func trimming(_ unwanted: (Character) -> Bool) -> String {
    var rest = Substring(self)
    while let first = rest.first, unwanted(first) { rest.removeFirst() }
    while let last = rest.last, unwanted(last) { rest.removeLast() }
    return String(rest)
  }
}

import SvodkaKit

/// When a page was published.
struct PublicationReader {
  let page: HTMLPage
  let metadata: PageMetadata
  let dates: DateText

  /// The day, or the time with its offset.
  ///
  /// What readers see beside the headline counts for more than what the head says: a head tells when the page was moved to
  /// another system as often as when it was published.
  ///
  /// - Parameters:
  ///   - heading: the blocks beside the headline, above the body.
  ///   - blocks: these and more around them.
  ///   - headline: the element that holds the headline.
  /// - Returns: ISO 8601; nil when the page does not tell.
  func date(beside heading: [Block], near blocks: [Block], headline: Int?) -> String? {
    if let told = headed() {
      // "6 hours ago" tells when the page was saved, no day against the head's.
      var dates = dates
      dates.today = nil
      if let shown = shown(heading, dates), Self.areApart(told, shown), !isChange(shown) { return shown }
      return onItsDay(told)
    }
    return marked() ?? shown(heading, dates) ?? labelled(below: headline) ?? nearby(blocks) ?? metadata.url.flatMap(
      inAddress)
      ?? metadata.linkedData.modified.flatMap { dates.date(in: $0) }
      ?? metadata.first("article:modified_time", "og:updated_time", "last-modified").flatMap { dates.date(in: $0) }
      ?? lastChange()
  }

  /// "Updated Feb 11, 2026", wherever it first stands: where nothing tells when a page was published, this is the best there is.
  private func lastChange() -> String? {
    for (index, node) in page.nodes.enumerated() where node.tag == nil {
      guard (8..<80).contains(node.range.count), ByteSearch.holdsYear(page.bytes(of: index)) else { continue }
      let text = String(decoding: page.bytes(of: index), as: UTF8.self)
      guard Masthead.words(text).prefix(3).contains(where: dates.tables.changed.contains) else { continue }
      if let day = dates.date(in: text) { return day }
    }
    return nil
  }

  /// True for the day of the last change, which stands beside many a headline without being called so.
  private func isChange(_ day: String) -> Bool {
    let told = [
      metadata.linkedData.modified, metadata.first("article:modified_time"), metadata.first("og:updated_time"),
      metadata.first("last-modified"), metadata.first("datemodified"),
    ]
    return told.contains { $0.flatMap { dates.date(in: $0) }.map { !Self.areApart($0, day) } ?? false }
  }

  private static let keys = [
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "og:published_time",
    "parsely-pub-date", "sailthru.date", "publication_date", "publish-date", "publish_date", "published_time",
    "pubdate", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "date", "citation_publication_date",
    "mediator_published_time", "cxenseparse:recs:publishtime", "article.published", "dc.date.created",
    "originalpublicationdate", "article_date_original",
  ]

  /// What linked data and the head tell.
  private func headed() -> String? {
    if let found = metadata.linkedData.published.flatMap({ dates.date(in: $0) }) { return found }
    for key in Self.keys {
      if let found = metadata.first(key).flatMap({ dates.date(in: $0) }) { return found }
    }
    return nil
  }

  /// The day that stands beside the headline: alone in its line, or nearly, and not called one of a change.
  private func shown(_ heading: [Block], _ dates: DateText) -> String? {
    var found: String?
    var before: [String] = []
    for block in heading {
      for line in block.string.split(separator: "\n").prefix(3) where line.count < 80 {
        let words = Masthead.words(String(line))
        defer { before = words }
        guard words.count <= 12, let day = dates.date(in: String(line)) else { continue }
        let begin = words.prefix { Int($0.prefix { $0.isNumber }) == nil && dates.tables.months[$0] == nil }
        // "3 December, updated 7 December": the first day stands.
        if begin.contains(where: dates.tables.changed.contains)
          || begin.isEmpty && before.count <= 3 && before.contains(where: dates.tables.changed.contains)
        {
          continue
        }
        // Two days beside one headline say nothing by themselves.
        if let found, Self.areApart(found, day) { return nil }
        found = found ?? day
      }
    }
    return found
  }

  /// True for days that no difference of time zones explains.
  private static func areApart(_ a: String, _ b: String) -> Bool {
    guard let a = CivilDate(iso: String(a.prefix(10))), let b = CivilDate(iso: String(b.prefix(10))) else {
      return false
    }
    return ![-1, 0, 1].contains { a.advanced(byDays: $0) == b }
  }

  /// A time of Greenwich as the site's own day, where its address or another element tells that: an evening in one country
  /// is the next day there.
  private func onItsDay(_ told: String) -> String {
    guard told.hasSuffix("Z") || told.hasSuffix("+00:00"), let day = metadata.url.flatMap(inAddress),
      day != told.prefix(10), !Self.areApart(told, day)
    else { return told }
    return day
  }

  /// Elements that are made for a date: those named for publication first, then the first `<time>`.
  private func marked() -> String? {
    var times: [(weight: Int, text: String)] = []
    for (index, node) in page.nodes.enumerated() {
      guard let tag = node.tag else { continue }
      let property = node.range.isEmpty ? nil : page.attribute("itemprop", of: index)
      guard tag == .time || property == "datePublished" || property == "dateCreated" else { continue }
      let name = (page.attribute("class", of: index) ?? "").lowercased()
      let text = page.attribute("datetime", of: index) ?? page.attribute("content", of: index) ?? ""
      var weight = property == "datePublished" ? 4 : property == "dateCreated" ? 3 : 1
      if name.contains("publish") || name.contains("entry-date") || page.attribute("pubdate", of: index) != nil {
        weight += 2
      }
      if name.contains("updated") || name.contains("modified") || property == "dateModified" { weight -= 2 }
      guard node.end - index < 30 else { continue }
      if let date = dates.date(in: text) ?? dates.date(in: page.text(of: index)) { times.append((weight, date)) }
    }
    return times.enumerated().max { ($0.element.weight, -$0.offset) < ($1.element.weight, -$1.offset) }?.element.text
  }

  /// A day behind "Published" or its like, and one in an element whose class is named for dates, if it is the only one.
  private func labelled(below headline: Int?) -> String? {
    var named: [String] = []
    var first: String?
    if let className = page.names.firstIndex(where: { $0.elementsEqual("class".utf8) }) {
      for (index, node) in page.nodes.enumerated() where node.tag != nil && node.end - index <= 8 {
        for attribute in page.attributes[node.range] where attribute.name == Int32(className) {
          let name = page.pool[attribute.value]
          guard ByteSearch.holds(name, "date") || ByteSearch.holds(name, "publ") else { continue }
          let text = page.text(of: index)
          guard text.count < 60, let day = dates.date(in: text) else { continue }
          if let headline, index > headline, index < headline + 40 { first = first ?? day }
          if !named.contains(day) { named.append(day) }
        }
      }
    }
    if let day = first ?? (named.count == 1 ? named[0] : nil) { return day }
    for (index, node) in page.nodes.enumerated() where node.tag == nil {
      guard (8..<200).contains(node.range.count), ByteSearch.holdsYear(page.bytes(of: index)) else { continue }
      let text = String(decoding: page.bytes(of: index), as: UTF8.self).lowercased()
      let bytes = Array(text.utf8)
      for label in dates.tables.published {
        guard let end = ByteSearch.end(of: Array(label.utf8), in: bytes) else { continue }
        if let day = dates.date(in: String(decoding: bytes[end...].prefix(60), as: UTF8.self)) { return day }
      }
    }
    return nil
  }

  private func nearby(_ blocks: [Block]) -> String? {
    for block in blocks where block.text.count < 400 {
      for line in block.string.split(separator: "\n") where line.count < 100 {
        if let found = dates.date(in: String(line)) { return found }
      }
    }
    return nil
  }

  /// `/2016/01/30/` or `2016-01-30` in an address.
  private func inAddress(_ url: String) -> String? {
    let parts = url.split { !$0.isNumber }.map(String.init)
    for index in parts.indices.dropLast(2)
    where parts[index].count == 4 && parts[index + 1].count == 2 && parts[index + 2].count == 2 {
      if let found = DateText.machine("\(parts[index])-\(parts[index + 1])-\(parts[index + 2])") { return found }
    }
    return nil
  }
}

import SvodkaKit

/// When a page was published.
struct PublicationReader {
  let page: HTMLPage
  let metadata: PageMetadata
  let dates: DateText

  /// ISO 8601; nil when the page does not tell. `near` are the blocks around the headline.
  func date(near blocks: [Block]) -> String? {
    if let found = metadata.linkedData.published.flatMap({ dates.date(in: $0) }) { return found }
    for key in [
      "article:published_time", "og:article:published_time", "article:published", "datepublished", "og:published_time",
      "parsely-pub-date", "sailthru.date", "publication_date", "publish-date", "publish_date", "published_time",
      "pubdate",
      "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "date", "citation_publication_date",
      "mediator_published_time",
      "cxenseparse:recs:publishtime", "article.published", "dc.date.created", "originalpublicationdate",
      "article_date_original",
    ] {
      if let found = metadata.first(key).flatMap({ dates.date(in: $0) }) { return found }
    }
    return marked() ?? nearby(blocks) ?? metadata.url.flatMap(inAddress)
      ?? metadata.linkedData.modified.flatMap { dates.date(in: $0) }
      ?? metadata.first("article:modified_time", "og:updated_time", "last-modified").flatMap { dates.date(in: $0) }
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

  private func nearby(_ blocks: [Block]) -> String? {
    for block in blocks where block.text.count < 160 {
      if let found = dates.date(in: block.string) { return found }
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

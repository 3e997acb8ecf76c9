/// The headline of a page: the heading that agrees with what the head says, or that without the site's name.
struct TitleReader {
  let metadata: PageMetadata

  /// The headline; nil when the page has none. `blocks` are those of the page, among which the headline mostly stands.
  func title(among blocks: [Block]) -> String? {
    let named = [metadata.first("og:title", "twitter:title"), metadata.linkedData.headline, metadata.documentTitle]
      .compactMap { $0 }
    let heading = metadata.headings.enumerated().map {
      (offset: $0.offset, text: $0.element.text, likeness: likeness($0.element.text, named))
    }
    .max { ($0.likeness, -$0.offset) < ($1.likeness, -$1.offset) }
    if let heading, heading.likeness >= 0.5 || named.isEmpty { return heading.text }
    if let first = named.first { return standing(named, blocks) ?? withoutSite(first) }
    return heading?.text ?? emphasised(blocks)
  }

  /// On pages that name themselves nowhere, as those of tables were made: the line in bold above the first paragraph.
  private func emphasised(_ blocks: [Block]) -> String? {
    let body = blocks.firstIndex { TextShape($0.text).words >= 12 && $0.linkBytes * 3 < $0.text.count } ?? 0
    // Its date may stand below it in the same block.
    return blocks[..<body].lazy.reversed().compactMap { block -> String? in
      let line = block.text.prefix { $0 != 0x0A }
      let words = line.split(separator: 0x20).count
      guard (2...20).contains(words), block.linkBytes == 0, block.emphasisBytes * 10 > line.count * 8,
        block.emphasisBytes <= line.count + 2
      else { return nil }
      return String(decoding: line, as: UTF8.self)
    }.first
  }

  /// The outlet, where the head names none: what the document's title holds beside the headline, when it is short.
  func source(beside title: String?) -> String? {
    guard let title, let whole = metadata.documentTitle else { return nil }
    for separator in Self.separators {
      var parts = whole.split(separator: separator).map(String.init)
      guard parts.count > 1, let index = parts.firstIndex(where: { $0.lowercased() == title.lowercased() }) else {
        continue
      }
      parts.remove(at: index)
      guard let name = index == 0 ? parts.last : parts.first, name.split(separator: " ").count <= 5 else { return nil }
      return name
    }
    guard whole.hasSuffix(": " + title) else { return nil }
    let name = whole.dropLast(title.count + 2)
    return name.split(separator: " ").count <= 4 ? String(name) : nil
  }

  /// The part of what the head says that stands in the page as a line of its own.
  private func standing(_ named: [String], _ blocks: [Block]) -> String? {
    var parts: Set<String> = []
    for name in named {
      for separator in Self.separators + [": "] where name.contains(separator) {
        let pieces = name.split(separator: separator).map(String.init)
        for start in pieces.indices {
          for end in start..<pieces.count where end - start < pieces.count - 1 {
            parts.insert(pieces[start...end].joined(separator: separator))
          }
        }
      }
    }
    parts = parts.filter { $0.split(separator: " ").count >= 3 }
    guard !parts.isEmpty else { return nil }
    var found: String?
    for block in blocks where block.linkBytes * 2 < block.text.count && block.text.count < 2000 {
      for line in block.string.split(separator: "\n") where parts.contains(String(line)) {
        if line.count > found?.count ?? 0 { found = String(line) }
      }
    }
    return found
  }

  /// The greatest share of common words with one of the names.
  private func likeness(_ text: String, _ names: [String]) -> Double {
    let words = Set(TextShape(Array(text.lowercased().utf8)).hashes)
    guard !words.isEmpty else { return 0 }
    return names.map { name in
      let other = Set(TextShape(Array(name.lowercased().utf8)).hashes)
      let common = words.intersection(other).count
      return other.isEmpty ? 0 : Double(common) / Double(max(words.count, min(other.count, words.count + 4)))
    }.max() ?? 0
  }

  private static let separators = [" | ", " — ", " – ", " - ", " :: ", " · ", " • ", " » ", " / ", " // ", " :: "]

  /// The text without the part that names the site, which stands at its end or at its start.
  private func withoutSite(_ text: String) -> String {
    let site = metadata.source?.lowercased()
    for separator in Self.separators {
      let parts = text.split(separator: separator).map(String.init)
      guard parts.count > 1, let last = parts.last, let first = parts.first else { continue }
      if let site, site == last.lowercased() || site.hasPrefix(last.lowercased()) || last.lowercased().hasPrefix(site) {
        return parts.dropLast().joined(separator: separator)
      }
      if let site, site == first.lowercased() { return parts.dropFirst().joined(separator: separator) }
      let (headWords, tailWords) = (
        parts.dropLast().joined(separator: " ").split(separator: " ").count, last.split(separator: " ").count
      )
      if tailWords <= 4, headWords >= 3, headWords >= tailWords { return parts.dropLast().joined(separator: separator) }
    }
    return text
  }
}

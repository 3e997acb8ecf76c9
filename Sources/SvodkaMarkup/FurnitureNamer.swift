/// Says what a dropped block is, and by what it is known: the lexicon, the mark-up, else the scorer alone.
struct FurnitureNamer {
  let title: String?

  func furniture(_ block: Block, _ shape: TextShape, _ matches: [FurnitureLexicon.Match]) -> Furniture {
    let (kind, reason) = named(block, shape, matches)
    return Furniture(text: block.string, kind: kind, reason: reason)
  }

  private func named(_ block: Block, _ shape: TextShape, _ matches: [FurnitureLexicon.Match]) -> (
    Furniture.Kind, String
  ) {
    if let best = matches.first, best.strength >= .opening { return (best.kind, "lexicon: \(best.entry)") }
    if block.tag == .h1 || block.string == title { return (.masthead, "mark-up: headline") }
    if !block.setting.isDisjoint(with: [.nav]) { return (.menu, "mark-up: nav") }
    if block.setting.contains(.figure) { return (.caption, "mark-up: figure") }
    for (hint, kind) in Self.kinds where block.nearHints.contains(hint) { return (kind, "mark-up: class name") }
    if let best = matches.first { return (best.kind, "lexicon: \(best.entry)") }
    for (hint, kind) in Self.kinds where block.hints.contains(hint) { return (kind, "mark-up: class name") }
    if !block.setting.isDisjoint(with: [.footer, .header]) { return (.menu, "mark-up: header or footer") }
    if block.linkBytes * 2 > block.text.count { return (.related, "mark-up: links") }
    return (.other, "scorer")
  }

  private static let kinds: [(ClassHints.Set, Furniture.Kind)] = [
    (.cookie, .cookie), (.donation, .donation), (.signup, .signup), (.paywall, .paywall), (.comments, .comments),
    (.share, .share), (.advertisement, .advertisement), (.related, .related), (.caption, .caption), (.author, .author),
    (.meta, .masthead), (.menu, .menu),
  ]
}

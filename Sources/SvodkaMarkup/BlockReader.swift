/// Cuts a page into blocks, in one walk.
struct BlockReader {
  private struct Open {
    var end: Int
    var element: Int
    var tag: Tag
    var setting: Block.Setting
    var hints: ClassHints.Set
    var own: ClassHints.Set
    var isBlock: Bool
    /// Steps to the nearest element with a hint of furniture, and with one of body.
    var toFurniture: Int
    var toBody: Int
    /// The nearest block element and its tag.
    var block: (element: Int, tag: Tag)
  }

  private let page: HTMLPage
  private let hints: ClassHints
  /// The numbers of the attributes that are looked at; -1 where the page has none.
  private let names: (class: Int32, id: Int32, style: Int32, hidden: Int32, aria: Int32, role: Int32)
  private var open: [Open] = []
  private var text: [UInt8] = []
  private var links = 0
  private var emphasis = 0
  private var linkDepth = 0
  private var emphasisDepth = 0
  private var breaks = 0
  private var unindexed = 0
  private var start = 0
  /// Hints by the hash of an attribute's value, which falls into a slot; what came there last stays.
  private var cache = [(value: UInt64, hints: ClassHints.Set)](repeating: (0, []), count: 256)
  private(set) var blocks: [Block] = []

  static func blocks(of page: HTMLPage, hints: ClassHints) -> [Block] {
    var reader = BlockReader(page: page, hints: hints)
    reader.walk()
    return reader.blocks
  }

  private init(page: HTMLPage, hints: ClassHints) {
    self.page = page
    self.hints = hints
    func number(_ name: String) -> Int32 {
      Int32(page.names.firstIndex { $0.elementsEqual(name.utf8) } ?? -1)
    }
    names = (
      number("class"), number("id"), number("style"), number("hidden"), number("aria-hidden"), number("role")
    )
  }

  private mutating func walk() {
    var index = 0
    while index < page.nodes.count {
      while let last = open.last, last.end <= index { close(last) }
      let node = page.nodes[index]
      guard let tag = node.tag else {
        add(page.bytes(of: index), node)
        index += 1
        continue
      }
      if tag == .br {
        breakLine()
        index += 1
      } else if tag.isInvisible || tag == .noscript {
        index = max(node.end, index + 1)
        // Before the body begins, head and its title only hold what is not shown.
      } else {
        enter(index, node, tag)
        index += 1
      }
    }
    while let last = open.last { close(last) }
    flush()
  }

  private mutating func enter(_ index: Int, _ node: HTMLPage.Node, _ tag: Tag) {
    let parent = open.last
    if tag.isBlock { flush() }
    var own: ClassHints.Set = []
    var setting = parent?.setting ?? []
    setting.formUnion(Self.setting(of: tag))
    for place in node.range {
      let attribute = page.attributes[place]
      switch attribute.name {
      case names.class, names.id: own.formUnion(hints(of: attribute))
      case names.hidden: setting.insert(.hidden)
      case names.aria: if page.pool[attribute.value].elementsEqual("true".utf8) { setting.insert(.hidden) }
      case names.style: if attribute.value.count >= 12, hides(attribute) { setting.insert(.hidden) }
      case names.role:
        setting.formUnion(Self.setting(ofRole: String(decoding: page.pool[attribute.value], as: UTF8.self)))
      default: break
      }
    }
    if tag == .html || tag == .body { own = [] }
    if tag == .a { linkDepth += 1 }
    if Self.isEmphasis(tag) { emphasisDepth += 1 }
    let isFurniture = !own.isDisjoint(with: .furniture) && !own.contains(.body)
    open.append(
      Open(
        end: node.end, element: index, tag: tag, setting: setting, hints: (parent?.hints ?? []).union(own), own: own,
        isBlock: tag.isBlock, toFurniture: isFurniture ? 0 : min(99, (parent?.toFurniture ?? 98) + 1),
        toBody: own.contains(.body) ? 0 : min(99, (parent?.toBody ?? 98) + 1),
        block: tag.isBlock ? (index, tag) : parent?.block ?? (index, tag)))
  }

  private mutating func hints(of attribute: HTMLPage.Attribute) -> ClassHints.Set {
    page.pool.withUnsafeBufferPointer { pool in
      let value = UnsafeBufferPointer(rebasing: pool[attribute.value])
      let hash = WordHashes.quick(value)
      let slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & 255
      if cache[slot].value == hash { return cache[slot].hints }
      let found = hints.hints(in: value)
      cache[slot] = (hash, found)
      return found
    }
  }

  /// True for a style that holds `display:none`, white space aside.
  private func hides(_ style: HTMLPage.Attribute) -> Bool {
    let wanted: StaticString = "display:none"
    var matched = 0
    for place in style.value where page.pool[place] > 0x20 {
      let byte = page.pool[place]
      // No beginning of the words is found again within them.
      if byte != wanted.utf8Start[matched] { matched = 0 }
      if byte == wanted.utf8Start[matched] { matched += 1 }
      if matched == wanted.utf8CodeUnitCount { return true }
    }
    return false
  }

  private mutating func close(_ element: Open) {
    if element.isBlock { flush() }
    open.removeLast()
    if element.tag == .a { linkDepth -= 1 }
    if Self.isEmphasis(element.tag) { emphasisDepth -= 1 }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, _ node: HTMLPage.Node) {
    let source = node.source
    if open.last?.setting.contains(.pre) == true {
      if text.isEmpty { start = source }
      text.append(contentsOf: bytes)
      return
    }
    let before = text.count
    WhiteSpace.append(bytes, to: &text)
    guard text.count > before else { return }
    if before == 0 { start = source }
    if node.isUnindexed { unindexed += text.count - before }
    breaks = 0
    if linkDepth > 0 { links += text.count - before }
    if emphasisDepth > 0 { emphasis += text.count - before }
  }

  /// One line break ends a line, two in a row a paragraph.
  private mutating func breakLine() {
    if text.isEmpty { return }
    breaks += 1
    if breaks > 1 { return flush() }
    if text.last == 0x20 { text.removeLast() }
    text.append(0x0A)
  }

  private mutating func flush() {
    defer {
      text.removeAll(keepingCapacity: true)
      (links, emphasis, breaks, unindexed) = (0, 0, 0, 0)
    }
    while let last = text.last, last == 0x20 || last == 0x0A || last == 0x0D || last == 0x09 { text.removeLast() }
    guard !text.isEmpty, let inner = open.last else { return }
    var near: ClassHints.Set = []
    for place in max(0, open.count - 4)..<open.count { near.formUnion(open[place].own) }
    var setting = inner.setting
    if unindexed * 2 > text.count { setting.insert(.unindexed) }
    blocks.append(
      Block(
        element: inner.block.element, tag: inner.block.tag, text: Array(text[...]), linkBytes: links,
        emphasisBytes: emphasis,
        setting: setting, nearHints: near, hints: inner.hints, stepsToFurniture: inner.toFurniture,
        stepsToBody: inner.toBody, source: start))
  }

  private static func isEmphasis(_ tag: Tag) -> Bool { tag == .b || tag == .strong || tag == .i || tag == .em }

  private static func setting(of tag: Tag) -> Block.Setting {
    switch tag {
    case .article: .article
    case .main: .main
    case .nav: .nav
    case .header: .header
    case .footer: .footer
    case .aside: .aside
    case .form, .fieldset, .dialog, .label: .form
    case .figure, .figcaption: .figure
    case .table: .table
    case .ul, .ol: .list
    case .blockquote: .quote
    case .button: .button
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .pre: .pre
    case .section: .section
    case .dl: .definitionList
    case .noindex: .unindexed
    default: []
    }
  }

  private static func setting(ofRole role: String) -> Block.Setting {
    switch role {
    case "navigation", "menu", "menubar", "tablist": .nav
    case "main": .main
    case "article": .article
    case "banner": .header
    case "contentinfo": .footer
    case "complementary": .aside
    case "search", "form", "dialog", "alertdialog": .form
    case "button": .button
    default: []
    }
  }
}

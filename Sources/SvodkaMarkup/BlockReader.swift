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
  private let classNames: Set<Int32>
  private let hiddenNames: (style: Int32, hidden: Int32, aria: Int32, role: Int32)
  private var open: [Open] = []
  private var text: [UInt8] = []
  private var links = 0
  private var emphasis = 0
  private var linkDepth = 0
  private var emphasisDepth = 0
  private var breaks = 0
  private var unindexed = 0
  private var start = 0
  /// Hints by the hash of an attribute's value.
  private var cache: [UInt64: ClassHints.Set] = [:]
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
    classNames = [number("class"), number("id")]
    hiddenNames = (number("style"), number("hidden"), number("aria-hidden"), number("role"))
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
    for attribute in page.attributes[node.range] {
      if classNames.contains(attribute.name) {
        let key = WordHashes.hash(page.pool[attribute.value])
        if let known = cache[key] {
          own.formUnion(known)
        } else {
          let found = hints.hints(in: page.pool[attribute.value])
          cache[key] = found
          own.formUnion(found)
        }
      } else if attribute.name == hiddenNames.hidden {
        setting.insert(.hidden)
      } else if attribute.name == hiddenNames.aria {
        if page.pool[attribute.value].elementsEqual("true".utf8) { setting.insert(.hidden) }
      } else if attribute.name == hiddenNames.style {
        guard attribute.value.count >= 12 else { continue }
        let style = page.pool[attribute.value].filter { $0 > 0x20 }
        if Self.contains(style, "display:none") { setting.insert(.hidden) }
      } else if attribute.name == hiddenNames.role {
        setting.formUnion(Self.setting(ofRole: String(decoding: page.pool[attribute.value], as: UTF8.self)))
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
    let near = open.suffix(4).reduce(into: ClassHints.Set()) { $0.formUnion($1.own) }
    var setting = inner.setting
    if unindexed * 2 > text.count { setting.insert(.unindexed) }
    blocks.append(
      Block(
        element: inner.block.element, tag: inner.block.tag, text: text, linkBytes: links, emphasisBytes: emphasis,
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

  private static func contains(_ bytes: [UInt8], _ wanted: String) -> Bool {
    let wanted = Array(wanted.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }
}

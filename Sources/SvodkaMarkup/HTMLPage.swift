import CSvodkaXML
public import SvodkaKit

/// An HTML page as a flat table of elements and texts, in the order of the page.
///
/// Nodes are named by their index; the descendants of node `i` are the nodes `i + 1 ..< end(i)`.
public struct HTMLPage: Sendable {
  /// An element's attribute.
  struct Attribute: Sendable {
    var name: Int32
    var value: Range<Int>
  }

  /// An element or a text, kept small: a page has thousands.
  struct Node: Sendable {
    private let fields: svodka_node
    /// The element's name; nil for a text.
    let tag: Tag?

    fileprivate init(_ fields: svodka_node, tag: Tag?) {
      self.fields = fields
      self.tag = tag
    }

    var parent: Int { Int(fields.parent) }
    var end: Int { Int(fields.end) }
    var depth: Int { Int(fields.depth) }
    /// Bytes of a text in the pool; attributes of an element.
    var range: Range<Int> {
      Range(uncheckedBounds: (Int(fields.text), Int(fields.text) + Int(fields.text_count)))
    }
    var source: Int { Int(fields.source) }
    /// Between the comments by which pages keep furniture from search engines.
    var isUnindexed: Bool { fields.unindexed != 0 }
  }

  let nodes: [Node]
  let attributes: [Attribute]
  let names: [[UInt8]]
  let pool: [UInt8]

  /// Reads a page that is decoded already; what it says of its own encoding is not looked at. Nothing else is loaded.
  ///
  /// - Throws: `I107` when elements are nested deeper than `depthLimit`, `I111` when libxml2 cannot read the page.
  public init(_ text: String, depthLimit: Int = 4096) throws(AnalysisError) {
    _ = Self.started
    var status: Int32 = 0
    var text = text
    let page = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { raw in
        svodka_page_read(raw.baseAddress, UInt32(clamping: raw.count), UInt32(clamping: depthLimit), &status)
      }
    }
    defer { svodka_page_free(page) }
    guard let page, status == Int32(SVODKA_PAGE_READ) else {
      if status == Int32(SVODKA_PAGE_TOO_DEEP) {
        throw AnalysisError(
          .limitExceeded, "the page's elements are nested deeper than page-depth, \(depthLimit): raise the limit")
      }
      if status == Int32(SVODKA_PAGE_TOO_MANY_ATTRIBUTES) {
        throw AnalysisError(
          .limitExceeded,
          "an element of the page has more than \(SVODKA_PAGE_ATTRIBUTES) attributes: save the page again")
      }
      throw AnalysisError(.brokenMarkup, "the page cannot be read as HTML: save it again", cause: "libxml2: \(status)")
    }
    var count: UInt32 = 0
    let pool = Array(UnsafeBufferPointer(start: svodka_page_pool(page, &count), count: Int(count)))
    let names = UnsafeBufferPointer(start: svodka_page_names(page, &count), count: Int(count)).map { name in
      Array(pool[Int(name.text)..<Int(name.text + name.text_count)])
    }
    let tags = names.map { Tag(name: String(decoding: $0, as: UTF8.self)) }
    attributes = UnsafeBufferPointer(start: svodka_page_attributes(page, &count), count: Int(count)).map {
      Attribute(name: $0.name, value: Int($0.value)..<Int($0.value + $0.value_count))
    }
    nodes = UnsafeBufferPointer(start: svodka_page_nodes(page, &count), count: Int(count)).map { node in
      Node(node, tag: node.name < 0 ? nil : tags[Int(node.name)])
    }
    self.names = names
    self.pool = pool
  }

  /// Runs once, before libxml2 is used from several threads.
  private static let started: Void = svodka_xml_start()

  /// The value of an element's attribute, the first where it stands twice.
  func attribute(_ name: StaticString, of node: Int) -> String? {
    guard nodes[node].tag != nil else { return nil }
    return name.withUTF8Buffer { wanted in
      for attribute in attributes[nodes[node].range] where names[Int(attribute.name)].elementsEqual(wanted) {
        return String(decoding: pool[attribute.value], as: UTF8.self)
      }
      return nil
    }
  }

  /// The bytes of a text.
  func bytes(of node: Int) -> ArraySlice<UInt8> { nodes[node].tag == nil ? pool[nodes[node].range] : [] }

  /// The text of an element with all below it, white space made single blanks; blocks and lines are apart.
  func text(of node: Int) -> String {
    var out: [UInt8] = []
    for index in node..<nodes[node].end {
      if let tag = nodes[index].tag {
        if tag.isBlock || tag == .br { out.append(0x20) }
      } else {
        // What follows the end of a block stands apart from it.
        if index > node, Self.isBehindBlock(index, nodes) { out.append(0x20) }
        out.append(contentsOf: bytes(of: index))
      }
    }
    return WhiteSpace.collapsed(out)
  }

  private static func isBehindBlock(_ index: Int, _ nodes: [Node]) -> Bool {
    var before = index - 1
    while before >= 0, nodes[before].end <= index {
      if nodes[before].tag?.isBlock == true { return true }
      before = nodes[before].parent
      if before < 0 || nodes[before].end > index { return false }
    }
    return false
  }

  /// The children of an element.
  func children(of node: Int) -> [Int] {
    var found: [Int] = []
    var child = node + 1
    while child < nodes[node].end {
      found.append(child)
      child = nodes[child].end
    }
    return found
  }
}

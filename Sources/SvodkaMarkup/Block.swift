/// A stretch of running text in a page: a paragraph, a heading, an item of a list, a cell, a caption, a link in a menu.
struct Block: Sendable {
  /// Elements that a block lies in.
  struct Setting: OptionSet, Sendable, Hashable {
    let rawValue: UInt32
    static let article = Self(rawValue: 1)
    static let main = Self(rawValue: 2)
    static let nav = Self(rawValue: 4)
    static let header = Self(rawValue: 8)
    static let footer = Self(rawValue: 16)
    static let aside = Self(rawValue: 32)
    static let form = Self(rawValue: 64)
    static let figure = Self(rawValue: 128)
    static let table = Self(rawValue: 256)
    static let list = Self(rawValue: 512)
    static let quote = Self(rawValue: 1024)
    static let button = Self(rawValue: 2048)
    static let hidden = Self(rawValue: 4096)
    static let heading = Self(rawValue: 8192)
    static let pre = Self(rawValue: 16384)
    static let section = Self(rawValue: 32768)
    static let definitionList = Self(rawValue: 65536)
    /// Kept from search engines by `noindex`.
    static let unindexed = Self(rawValue: 131072)
    /// The number of kinds.
    static let count = 18
  }

  /// The nearest block element.
  var element: Int
  /// Its tag.
  var tag: Tag
  /// White space collapsed; a line break of the page is a line end.
  var text: [UInt8]
  /// How many bytes of it stand in links.
  var linkBytes: Int
  /// How many in bold or italics.
  var emphasisBytes: Int
  var setting: Setting
  /// Hints of the nearest elements, at most three up.
  var nearHints: ClassHints.Set
  /// Hints of all elements around.
  var hints: ClassHints.Set
  /// Steps to the nearest element with a hint of furniture, and with one of body; 99 for none.
  var stepsToFurniture: Int
  var stepsToBody: Int
  /// About where in the page it starts, in bytes.
  var source: Int

  var string: String { String(decoding: text, as: UTF8.self) }
}

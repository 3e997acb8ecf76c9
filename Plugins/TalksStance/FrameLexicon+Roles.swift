extension FrameLexicon {
  /// What a word does besides being a frame or a condition; the keys of the lexicon explain each.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt64

    static let negator = Roles(rawValue: 1 << 0)
    static let opinion = Roles(rawValue: 1 << 1)
    static let reason = Roles(rawValue: 1 << 2)
    static let former = Roles(rawValue: 1 << 3)
    static let step = Roles(rawValue: 1 << 4)
    static let agent = Roles(rawValue: 1 << 5)
    static let collective = Roles(rawValue: 1 << 6)
    static let generic = Roles(rawValue: 1 << 7)
    static let noOne = Roles(rawValue: 1 << 8)
    static let opaque = Roles(rawValue: 1 << 9)
    static let deputy = Roles(rawValue: 1 << 10)
    static let likening = Roles(rawValue: 1 << 11)
    static let nounNegator = Roles(rawValue: 1 << 12)
    static let past = Roles(rawValue: 1 << 13)
    static let conditional = Roles(rawValue: 1 << 14)
    static let passive = Roles(rawValue: 1 << 15)
    static let targetward = Roles(rawValue: 1 << 16)
    static let asking = Roles(rawValue: 1 << 17)
    static let deictic = Roles(rawValue: 1 << 18)
    static let inside = Roles(rawValue: 1 << 19)
    static let means = Roles(rawValue: 1 << 20)
    static let coercion = Roles(rawValue: 1 << 21)
    static let expletive = Roles(rawValue: 1 << 22)
    static let spokesman = Roles(rawValue: 1 << 23)
    static let only = Roles(rawValue: 1 << 24)
    static let ability = Roles(rawValue: 1 << 25)
    static let correlative = Roles(rawValue: 1 << 26)
    /// A mark that ties a noun to the owner before it.
    static let ownerBefore = Roles(rawValue: 1 << 27)
    /// A preposition that ties a noun to the owner behind it.
    static let ownerAfter = Roles(rawValue: 1 << 28)
    static let copula = Roles(rawValue: 1 << 29)
    static let contrast = Roles(rawValue: 1 << 30)
    static let perfect = Roles(rawValue: 1 << 31)
    static let whereabouts = Roles(rawValue: 1 << 32)
    static let addressed = Roles(rawValue: 1 << 33)
    static let affirmative = Roles(rawValue: 1 << 34)
    static let deed = Roles(rawValue: 1 << 35)
    static let receiving = Roles(rawValue: 1 << 36)
    static let experienced = Roles(rawValue: 1 << 37)
    static let temporal = Roles(rawValue: 1 << 38)
  }
}

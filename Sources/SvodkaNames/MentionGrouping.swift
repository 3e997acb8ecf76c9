import SvodkaKit
import SvodkaLanguage

/// Puts the mentions of one document together.
struct MentionGrouping {
  /// Mentions of one bearer.
  struct Group {
    var members: [NamedMention]
    /// Other groups that the members may belong to as well.
    var ambiguousWith: [Int] = []
    var type: EntityType
    /// The name of the tables that one of them has.
    var known: KnownName? { members.lazy.compactMap(\.known).first }
    /// The member with the most words, the first of them.
    var fullest: NamedMention? {
      members.max {
        $0.words.count != $1.words.count
          ? $0.words.count < $1.words.count
          : $0.isAbbreviation != $1.isAbbreviation ? $0.isAbbreviation : $0.index > $1.index
      }
    }
  }

  private let text: DocumentText
  private let tokens: [Token]
  private let mentions: [Mention]
  private let naming: EntityNaming
  private var groups: [Group] = []

  init(text: DocumentText, tokens: [Token], mentions: [Mention], naming: EntityNaming) {
    (self.text, self.tokens, self.mentions, self.naming) = (text, tokens, mentions, naming)
  }

  /// The groups, ordered by first mention.
  mutating func grouped() throws(AnalysisError) -> [Group] {
    var named: [NamedMention] = []
    for (index, mention) in mentions.enumerated() {
      named.append(try naming.named(mention, index: index, text: text, tokens: tokens))
    }
    // The fuller names first: the shorter ones join them.
    let ordered = named.sorted {
      $0.words.count != $1.words.count ? $0.words.count > $1.words.count : $0.index < $1.index
    }
    for mention in ordered
    where !(mention.mention.type == .person && mention.words.count == 1) && !mention.isAbbreviation {
      place(mention)
    }
    for mention in ordered where mention.isAbbreviation { placeAbbreviation(mention) }
    for mention in ordered
    where mention.mention.type == .person && mention.words.count == 1 && !mention.isAbbreviation {
      placeShort(mention)
    }
    return inOrder()
  }

  private mutating func inOrder() -> [Group] {
    for i in groups.indices { groups[i].members.sort { $0.index < $1.index } }
    let order = groups.indices.sorted {
      (groups[$0].members.first?.index ?? 0) < (groups[$1].members.first?.index ?? 0)
    }
    var place = [Int](repeating: 0, count: groups.count)
    for (new, old) in order.enumerated() { place[old] = new }
    return order.map { old in
      var group = groups[old]
      group.ambiguousWith = group.ambiguousWith.map { place[$0] }.sorted()
      return group
    }
  }

  private mutating func place(_ mention: NamedMention) {
    if let i = groups.firstIndex(where: { $0.type == mention.mention.type && same(mention, $0) }) {
      groups[i].members.append(mention)
    } else if let only = bodies(with: mention).first, bodies(with: mention).count == 1 {
      groups[only].members.append(mention)
    } else {
      groups.append(Group(members: [mention], type: mention.mention.type))
    }
  }

  /// The bodies that have a lone noun of theirs, «Центр», in their name.
  private func bodies(with mention: NamedMention) -> [Int] {
    guard mention.mention.type == .organization, mention.words.count == 1, mention.known == nil else { return [] }
    return groups.indices.filter { i in
      groups[i].type == .organization
        && groups[i].members.contains { member in
          member.words.count > 1
            && member.words.indices.contains(where: { !mention.forms.isDisjoint(with: member.forms(at: $0)) })
        }
    }
  }

  private func same(_ mention: NamedMention, _ group: Group) -> Bool {
    group.members.contains { member in
      if let a = member.known, let b = mention.known { return a == b }
      if member.words.count == mention.words.count {
        if !member.forms.isDisjoint(with: mention.forms) { return true }
        return member.sound == mention.sound && member.known == nil && mention.known == nil
          && mention.sound.utf8.count > 3
      }
      return mention.mention.type == .person && personContains(member, mention)
    }
  }

  /// A shorter name of several words inside a fuller one: given name and surname without the patronymic.
  private func personContains(_ full: NamedMention, _ short: NamedMention) -> Bool {
    guard short.words.count > 1, full.words.count > short.words.count else { return false }
    var at = 0
    for place in short.words.indices {
      let forms = short.forms(at: place)
      let isInitial = short.words[place].unicodeScalars.count <= 2
      while at < full.words.count {
        if !forms.isDisjoint(with: full.forms(at: at)) { break }
        if isInitial, full.words[at].hasPrefix(short.words[place].prefix(1)) { break }
        at += 1
      }
      if at == full.words.count { return false }
      at += 1
    }
    return true
  }

  // MARK: - Abbreviations

  private mutating func placeAbbreviation(_ mention: NamedMention) {
    let candidates = groups.indices.filter { groups[$0].type == mention.mention.type }
    if let i = candidates.first(where: { same(mention, groups[$0]) }) {
      groups[i].members.append(mention)
      return
    }
    let before = mention.mention.tokens.lowerBound - 1
    if before > 0, tokens[before].key == "(",
      let i = candidates.first(where: { groups[$0].members.contains { $0.mention.tokens.upperBound == before } })
    {
      // Full Name (FN): the text itself says so.
      groups[i].members.append(mention)
      return
    }
    if mention.words.count == 1, mention.words[0].unicodeScalars.count > 1,
      let i = candidates.first(where: { groups[$0].members.contains { isInitials(mention.words[0], of: $0) } })
    {
      groups[i].members.append(mention)
      return
    }
    groups.append(Group(members: [mention], type: mention.mention.type))
  }

  /// True when the letters are the first ones of a name's words: of all of them, or of those with a capital.
  private func isInitials(_ letters: String, of full: NamedMention) -> Bool {
    guard full.words.count > 1, full.known == nil else { return false }
    let parts = full.written.flatMap { $0.split(separator: "-") }
    let all = parts.compactMap { $0.first.map { TokenKey.key(String($0)) } }.joined()
    let capitals = parts.filter { $0.first?.isUppercase ?? false }
      .compactMap { $0.first.map { TokenKey.key(String($0)) } }.joined()
    let plain = letters.filter { $0 != "." }
    return plain == all || plain == capitals
  }

  // MARK: - One word of a person's name

  private mutating func placeShort(_ mention: NamedMention) {
    let forms = mention.forms
    func matches(_ member: NamedMention, at place: Int) -> Bool {
      !forms.isDisjoint(with: member.forms(at: place))
        || naming.soundsAlike(mention.words[0], member.nominatives.first?.words, at: place)
    }
    func found(_ test: (NamedMention) -> Bool) -> [Int] {
      groups.indices.filter { groups[$0].type == .person && groups[$0].members.contains(where: test) }
    }
    var candidates = found { $0.words.count > 1 && matches($0, at: $0.words.count - 1) }
    let exact = candidates.filter { i in
      groups[i].members.contains {
        $0.words.last == mention.words[0] || $0.nominatives.first?.words.last == mention.words[0]
      }
    }
    if candidates.count > 1, exact.count == 1 { candidates = exact }
    if candidates.isEmpty {
      candidates = found { member in
        member.words.count > 1 && member.words.indices.dropLast().contains { matches(member, at: $0) }
      }
    }
    if candidates.isEmpty {
      candidates = found { $0.words.count == 1 && same(mention, Group(members: [$0], type: .person)) }
    }
    if candidates.count == 1 {
      groups[candidates[0]].members.append(mention)
      return
    }
    if candidates.count > 1, let i = groups.firstIndex(where: { $0.ambiguousWith == candidates }) {
      groups[i].members.append(mention)
      return
    }
    groups.append(Group(members: [mention], ambiguousWith: candidates, type: .person))
  }
}

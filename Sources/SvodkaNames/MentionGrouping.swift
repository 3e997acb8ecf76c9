import SvodkaKit
import SvodkaLanguage

/// Puts the mentions of one document together.
struct MentionGrouping {
  /// Mentions of one bearer.
  struct Group {
    var members: [NamedMention]
    /// Why each mention stands here, by its index in the layer.
    var reasons: [Int: JoinReason] = [:]
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
    for (i, group) in groups.enumerated() where group.type == mention.mention.type {
      if let reason = reason(mention, group) { return join(mention, i, reason) }
    }
    let bodies = bodies(with: mention)
    if let only = bodies.first, bodies.count == 1 { return join(mention, only, .head) }
    groups.append(Group(members: [mention], type: mention.mention.type))
  }

  private mutating func join(_ mention: NamedMention, _ group: Int, _ reason: JoinReason) {
    groups[group].members.append(mention)
    groups[group].reasons[mention.index] = reason
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

  /// Why a mention names the same one as a group's; nil when it does not.
  private func reason(_ mention: NamedMention, _ group: Group) -> JoinReason? {
    for member in group.members {
      if let a = member.known, let b = mention.known {
        if a == b { return member.words == mention.words ? .form : .table }
        continue
      }
      if member.words.count == mention.words.count {
        if !member.forms.isDisjoint(with: mention.forms) { return .form }
        if member.known == nil, mention.known == nil, naming.areSpellings(member, mention) { return .spelling }
      } else if mention.mention.type == .person, personContains(member, mention) {
        return .partOfName
      }
    }
    return nil
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
    for i in candidates {
      if let reason = reason(mention, groups[i]) { return join(mention, i, reason) }
    }
    let before = mention.mention.tokens.lowerBound - 1
    if before > 0, tokens[before].key == "(",
      let i = candidates.first(where: { groups[$0].members.contains { $0.mention.tokens.upperBound == before } })
    {
      // Full Name (FN): the text itself says so.
      return join(mention, i, .brackets)
    }
    if mention.words.count == 1, mention.words[0].unicodeScalars.count > 1,
      let i = candidates.first(where: { groups[$0].members.contains { isInitials(mention, of: $0) } })
    {
      return join(mention, i, .abbreviation)
    }
    groups.append(Group(members: [mention], type: mention.mention.type))
  }

  /// True when the letters are the first ones of a name's words: of all of them, or of those with a capital.
  private func isInitials(_ short: NamedMention, of full: NamedMention) -> Bool {
    // What the tables explain otherwise is not explained by letters.
    guard full.words.count > 1, short.known == nil, let letters = short.words.first else { return false }
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
      !forms.isDisjoint(with: member.forms(at: place)) || naming.areSpellings(mention, member, at: place)
    }
    func found(_ test: (NamedMention) -> Bool) -> [Int] {
      groups.indices.filter { groups[$0].type == .person && groups[$0].members.contains(where: test) }
    }
    var reason = JoinReason.surname
    var candidates = found { $0.words.count > 1 && matches($0, at: $0.words.count - 1) }
    let exact = candidates.filter { i in
      groups[i].members.contains {
        $0.words.last == mention.words[0] || $0.nominatives.first?.words.last == mention.words[0]
      }
    }
    if candidates.count > 1, exact.count == 1 { candidates = exact }
    if candidates.isEmpty {
      reason = .givenName
      candidates = found { member in
        member.words.count > 1 && member.words.indices.dropLast().contains { matches(member, at: $0) }
      }
    }
    if candidates.isEmpty {
      reason = .form
      candidates = groups.indices.filter { i in
        groups[i].type == .person
          && groups[i].members.contains {
            $0.words.count == 1 && self.reason(mention, Group(members: [$0], type: .person)) != nil
          }
      }
    }
    if candidates.count > 1 {
      // Of two of one name the one that alone was named in full before is meant.
      let before = candidates.filter { i in
        groups[i].members.contains { $0.words.count > 1 && $0.index < mention.index }
      }
      if before.count == 1 { candidates = before }
    }
    if candidates.count == 1 { return join(mention, candidates[0], reason) }
    if candidates.count > 1, let i = groups.firstIndex(where: { $0.ambiguousWith == candidates }) {
      return join(mention, i, .form)
    }
    groups.append(Group(members: [mention], ambiguousWith: candidates, type: .person))
  }
}

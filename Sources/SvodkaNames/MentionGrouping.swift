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
    /// Kind and owner, of a body that one of them names by its parts.
    var body: BodyNames.Body? { members.lazy.compactMap(\.body).first }
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
  private var search: GroupSearch
  /// Where the mentions end, with the groups that they are in.
  private var groupEnding: [Int: Int] = [:]
  /// The first mention in full of each group of persons.
  private var firstInFull: [Int: Int] = [:]
  /// The group of those who may be any of several.
  private var groupBetween: [[Int]: Int] = [:]

  init(text: DocumentText, tokens: [Token], mentions: [Mention], naming: EntityNaming) {
    (self.text, self.tokens, self.mentions, self.naming) = (text, tokens, mentions, naming)
    search = GroupSearch(naming: naming)
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
    let kind = search.kind(of: mention)
    if joinFirst(mention, .same, kind) { return }
    if mention.mention.type == .organization, mention.words.count == 1, mention.known == nil {
      // The body that has a lone noun of its own, «Центр», in its name.
      let bodies = search.groups(.head, kind)
      if let only = bodies.first, bodies.count == 1 { return join(mention, only.key, .head) }
    }
    found(mention)
  }

  /// Joins the first group of its type that it may belong to; false where there is none.
  private mutating func joinFirst(_ mention: NamedMention, _ relation: GroupSearch.Relation, _ kind: Int) -> Bool {
    guard let first = search.groups(relation, kind).min(by: { $0.key < $1.key }) else { return false }
    join(mention, first.key, first.value)
    return true
  }

  private mutating func join(_ mention: NamedMention, _ group: Int, _ reason: JoinReason) {
    groups[group].members.append(mention)
    groups[group].reasons[mention.index] = reason
    enter(mention, group)
  }

  private mutating func found(_ mention: NamedMention, between candidates: [Int] = []) {
    groups.append(Group(members: [mention], ambiguousWith: candidates, type: mention.mention.type))
    if !candidates.isEmpty, groupBetween[candidates] == nil { groupBetween[candidates] = groups.count - 1 }
    enter(mention, groups.count - 1)
  }

  private mutating func enter(_ mention: NamedMention, _ group: Int) {
    search.enter(search.kind(of: mention), in: group)
    groupEnding[mention.mention.tokens.upperBound] = group
    if mention.words.count > 1 { firstInFull[group] = min(firstInFull[group] ?? .max, mention.index) }
  }

  // MARK: - Abbreviations

  private mutating func placeAbbreviation(_ mention: NamedMention) {
    let kind = search.kind(of: mention)
    if joinFirst(mention, .same, kind) { return }
    let before = mention.mention.tokens.lowerBound - 1
    if before > 0, tokens[before].key == "(", let group = groupEnding[before],
      groups[group].type == mention.mention.type
    {
      // Full Name (FN): the text itself says so.
      return join(mention, group, .brackets)
    }
    if mention.words.count == 1, mention.words[0].unicodeScalars.count > 1, joinFirst(mention, .abbreviation, kind) {
      return
    }
    found(mention)
  }

  // MARK: - One word of a person's name

  private mutating func placeShort(_ mention: NamedMention) {
    let kind = search.kind(of: mention)
    var reason = JoinReason.surname
    var candidates = Array(search.groups(.surname, kind).keys)
    if candidates.count > 1 {
      let exact = search.groups(.lastWord, kind)
      let spelled = candidates.filter { exact[$0] != nil }
      if spelled.count == 1 { candidates = spelled }
    }
    if candidates.isEmpty {
      reason = .givenName
      candidates = Array(search.groups(.givenName, kind).keys)
    }
    if candidates.isEmpty {
      reason = .form
      candidates = Array(search.groups(.loneWord, kind).keys)
    }
    if candidates.count > 1 {
      // Of two of one name the one that alone was named in full before is meant.
      let before = candidates.filter { (firstInFull[$0] ?? .max) < mention.index }
      if before.count == 1 { candidates = before }
    }
    candidates.sort()
    if candidates.count == 1 { return join(mention, candidates[0], reason) }
    if candidates.count > 1, let group = groupBetween[candidates] { return join(mention, group, .form) }
    found(mention, between: candidates)
  }
}

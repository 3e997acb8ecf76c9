import SvodkaLanguage

/// Finds the groups that a mention may join. Each kind of name is compared once with each other kind, however often both
/// stand in the document: a long document names the same few over and over.
struct GroupSearch {
  /// How a mention may belong to a group.
  enum Relation: Hashable { case same, head, abbreviation, surname, givenName, lastWord, loneWord }

  /// What is known so far: which groups have a member that fits, and how much of the entries was looked at.
  private struct Answer {
    var groups: [Int: JoinReason] = [:]
    var seen = 0
  }
  private struct Question: Hashable {
    var relation: Relation
    var kind: Int
  }
  private struct Entry: Hashable {
    var group: Int
    var kind: Int
  }

  private let naming: EntityNaming
  private var kinds: [NameKind] = []
  private var numbers: [NameKind.Key: Int] = [:]
  /// Which kinds stand in which groups, in the order in which they came there.
  private var entries: [EntityType: [Entry]] = [:]
  private var entered: Set<Entry> = []
  private var answers: [Question: Answer] = [:]

  init(naming: EntityNaming) { self.naming = naming }

  /// The number of a mention's kind.
  mutating func kind(of name: NamedMention) -> Int {
    let key = NameKind.Key(name)
    if let number = numbers[key] { return number }
    numbers[key] = kinds.count
    kinds.append(NameKind(name, naming))
    return kinds.count - 1
  }

  /// Notes that a mention of a kind joined a group.
  mutating func enter(_ kind: Int, in group: Int) {
    let entry = Entry(group: group, kind: kind)
    guard entered.insert(entry).inserted else { return }
    entries[kinds[kind].name.mention.type, default: []].append(entry)
  }

  /// The groups of the kind's type with a member that fits, each with the reason that its first such member gives.
  mutating func groups(_ relation: Relation, _ kind: Int) -> [Int: JoinReason] {
    let question = Question(relation: relation, kind: kind)
    var answer = answers[question] ?? Answer()
    let entries = entries[kinds[kind].name.mention.type] ?? []
    guard answer.seen < entries.count else { return answer.groups }
    for entry in entries[answer.seen...] where answer.groups[entry.group] == nil {
      if let reason = reason(relation, kinds[kind], kinds[entry.kind]) { answer.groups[entry.group] = reason }
    }
    answer.seen = entries.count
    answers[question] = answer
    return answer.groups
  }

  private func reason(_ relation: Relation, _ name: NameKind, _ member: NameKind) -> JoinReason? {
    switch relation {
    case .same: name.reason(member, naming)
    case .head: name.isNoun(of: member) ? .head : nil
    case .abbreviation: name.abbreviates(member) ? .abbreviation : nil
    case .surname: name.isSurname(of: member, naming) ? .surname : nil
    case .givenName: name.isGivenName(of: member, naming) ? .givenName : nil
    case .lastWord: name.isLastWord(of: member) ? .surname : nil
    case .loneWord: member.name.words.count == 1 && name.reason(member, naming) != nil ? .form : nil
    }
  }
}

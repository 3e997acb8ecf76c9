import SvodkaKit
import SvodkaLanguage

/// A name as it is written and read, which many mentions of a document may share.
struct NameKind {
  /// What makes two mentions alike for every comparison.
  struct Key: Hashable {
    let type: EntityType
    let words: [String]
    let written: [String]
    let nominatives: [[String]]
    let known: KnownName?
    let sound: String

    init(_ name: NamedMention) {
      (type, words, written) = (name.mention.type, name.words, name.written)
      nominatives = name.nominatives.map(\.words)
      (known, sound) = (name.known, name.sound)
    }
  }

  /// A mention of the kind.
  let name: NamedMention
  /// The nominatives that the whole name may have.
  let forms: Set<String>
  /// The nominatives that the word at each place may have.
  let formsAt: [Set<String>]
  /// How each word of the likeliest nominative sounds.
  let sounds: [String]

  init(_ name: NamedMention, _ naming: EntityNaming) {
    self.name = name
    forms = name.forms
    formsAt = name.words.indices.map { name.forms(at: $0) }
    sounds = name.likeliestWords.map { naming.sound(of: $0) }
  }

  private func hasForm(of other: NameKind, at place: Int) -> Bool { !forms.isDisjoint(with: other.formsAt[place]) }

  /// Why this names the same one as a member of a group; nil when it does not.
  func reason(_ member: NameKind, _ naming: EntityNaming) -> JoinReason? {
    if let a = member.name.known, let b = name.known {
      return a != b ? nil : member.name.words == name.words ? .form : .table
    }
    if let a = member.name.body, let b = name.body {
      return a != b ? nil : member.name.words == name.words ? .form : .table
    }
    if member.name.words.count == name.words.count {
      if !member.forms.isDisjoint(with: forms) { return .form }
      let isUnknown = member.name.known == nil && name.known == nil
      return isUnknown && naming.areSpellings(member.name, name) ? .spelling : nil
    }
    return name.mention.type == .person && isPart(of: member) ? .partOfName : nil
  }

  /// A shorter name of several words inside a fuller one: given name and surname without the patronymic.
  private func isPart(of full: NameKind) -> Bool {
    let (words, all) = (name.words, full.name.words)
    guard words.count > 1, all.count > words.count else { return false }
    var at = 0
    for place in words.indices {
      let isInitial = words[place].unicodeScalars.count <= 2
      while at < all.count {
        if !formsAt[place].isDisjoint(with: full.formsAt[at]) { break }
        if isInitial, all[at].hasPrefix(words[place].prefix(1)) { break }
        at += 1
      }
      if at == all.count { return false }
      at += 1
    }
    return true
  }

  /// True for the lone noun, «Центр», of a body that has it in its name.
  func isNoun(of body: NameKind) -> Bool {
    body.name.words.count > 1 && body.name.words.indices.contains { hasForm(of: body, at: $0) }
  }

  /// True when the letters are the first ones of a name's words: of all of them, or of those with a capital.
  func abbreviates(_ full: NameKind) -> Bool {
    // What the tables explain otherwise is not explained by letters.
    guard full.name.words.count > 1, name.known == nil, let letters = name.words.first else { return false }
    let parts = full.name.written.flatMap { $0.split(separator: "-") }
    let all = parts.compactMap { $0.first.map { TokenKey.key(String($0)) } }.joined()
    let capitals = parts.filter { $0.first?.isUppercase ?? false }
      .compactMap { $0.first.map { TokenKey.key(String($0)) } }.joined()
    let plain = letters.filter { $0 != "." }
    return plain == all || plain == capitals
  }

  /// True when this one word is the last of a person's name.
  func isSurname(of full: NameKind, _ naming: EntityNaming) -> Bool {
    full.name.words.count > 1 && matches(full, at: full.name.words.count - 1, naming)
  }

  /// True when this one word is one of a person's name, but not the last.
  func isGivenName(of full: NameKind, _ naming: EntityNaming) -> Bool {
    full.name.words.count > 1 && full.name.words.indices.dropLast().contains { matches(full, at: $0, naming) }
  }

  /// True when the last word stands there as it is written here, or in its likeliest nominative.
  func isLastWord(of full: NameKind) -> Bool {
    guard let word = name.words.first else { return false }
    return full.name.words.last == word || full.name.nominatives.first?.words.last == word
  }

  private func matches(_ full: NameKind, at place: Int, _ naming: EntityNaming) -> Bool {
    hasForm(of: full, at: place) || naming.areSpellings(self, full, at: place)
  }
}

/// A word of a name made ready to be compared.
struct NameWord: Sendable {
  /// What the word is in the name.
  enum Role: Sendable {
    case plain
    /// A first letter, or the first two: «С.», `Yu.`
    case initial
    case patronymic
    /// al-, de, bin, фон: between names, often left out.
    case particle
  }

  /// As `TokenKey` makes it.
  var key: String
  /// As written, and without the marks of its letters when it has any.
  var spellings: [SpelledWord]
  var role: Role
  /// Which name of `name-words.tsv` it is a spelling of.
  var sameName: String?
  /// The people of the tables who have it as their surname.
  var surnames: [Int]
  /// Whose ending it has, where surnames have one for women and one for men.
  var gender: NameGender?
  /// True when it is joined to the word before it by a hyphen.
  var isJoined: Bool

  /// True when it ends in a, or as a plural does, where the other word ends in a consonant that is heard.
  func hasFinalA(_ other: NameWord) -> Bool {
    guard let own = spellings.last, let its = other.spellings.last, let a = own.letters.dropLast().last,
      let b = its.letters.dropLast().last
    else { return false }
    switch own.script {
    case .cyrillic where Self.cyrillicEndings.contains(a):
      // Latin: a final consonant but h, s, t and x, of which some languages hear nothing.
      return its.script == .cyrillic
        ? Self.isCyrillicConsonant(b) : Self.isLatinConsonant(b) && !Self.unheard.contains(b)
    case .latin where a == 1:
      return its.script == .cyrillic
        ? Self.isCyrillicConsonant(b) : Self.isLatinConsonant(b) && !Self.unheard.contains(b)
    default: return false
    }
  }

  /// True when it is the other word in the same script and letters more; a final h is not heard.
  func isLonger(than other: NameWord) -> Bool {
    guard let own = spellings.last, let its = other.spellings.last, own.script == its.script, own.count > its.count
    else { return false }
    let letters = own.letters.dropLast()
    return letters.starts(with: its.letters.dropLast()) && !(own.script == .latin && letters.last == 8)
  }

  /// а and я of women, и and ы of families.
  private static let cyrillicEndings: Set<UInt8> = [1, 32, 9, 28]
  /// h, s, t, x.
  private static let unheard: Set<UInt8> = [8, 19, 20, 24]
  private static func isLatinConsonant(_ letter: UInt8) -> Bool {
    letter < 27 && ![1, 5, 9, 15, 21, 25].contains(letter)
  }
  private static func isCyrillicConsonant(_ letter: UInt8) -> Bool {
    ![1, 6, 9, 15, 20, 28, 29, 30, 31, 32].contains(letter)
  }

  /// Letters of the word.
  var count: Int { spellings.first?.count ?? 0 }
}

/// Whose name it is by its ending.
enum NameGender: Sendable {
  case woman
  case man
}

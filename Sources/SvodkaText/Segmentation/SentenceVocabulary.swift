import SvodkaKit
import SvodkaResources

/// What a language's words say about a full stop behind or a capital after them: `Tables/segmentation.LANGUAGE.yaml`.
struct SentenceVocabulary: Sendable {
  /// What a stop behind an abbreviation means.
  enum Stop: Sendable {
    /// A sentence never ends there.
    case never
    /// A sentence ends there only where a word follows that sentences begin with.
    case rarely
    /// A capital behind it begins a sentence.
    case often
  }

  private struct File: Decodable {
    var never: [String]
    var before_numbers: [String]
    var rarely: [String]
    var often: [String]
    var continues: [String]
    var starters: [String]
    var starter_endings: [String]
    var vowels: String
  }

  private let stops: [String: Stop]
  private let beforeNumbers: Set<String>
  private let continues: Set<String>
  private let starters: Set<String>
  private let starterEndings: [String]
  private let vowels: Set<Unicode.Scalar>

  /// For a language without a table: nothing is an abbreviation.
  init() { (stops, beforeNumbers, continues, starters, starterEndings, vowels) = ([:], [], [], [], [], []) }

  /// Reads the table of a language.
  ///
  /// - Throws: `R101` when there is none, `P101`…`P103` when it is broken.
  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(File.self, from: "Tables/segmentation.\(language).yaml", of: "SvodkaText")
    var stops: [String: Stop] = [:]
    for key in file.rarely { stops[key] = .rarely }
    for key in file.often { stops[key] = .often }
    for key in file.never { stops[key] = .never }
    self.stops = stops
    beforeNumbers = Set(file.before_numbers)
    continues = Set(file.continues)
    starters = Set(file.starters)
    starterEndings = file.starter_endings
    vowels = Set(file.vowels.unicodeScalars)
  }

  /// What the stop behind a word means; nil when it is no abbreviation. `forms` are the word with its inner stops and,
  /// before it, longer ones that end in it («т.е» for «е»).
  func stop(behind forms: [String]) -> Stop? {
    for form in forms { if let stop = lookUp(form, { stops[$0] }) { return stop } }
    guard !vowels.isEmpty, let form = forms.last, isClipped(form) else { return nil }
    return .rarely
  }

  /// True when the stop behind a form is no end before a number.
  func goesBeforeNumber(_ forms: [String]) -> Bool {
    forms.contains { lookUp($0) { beforeNumbers.contains($0) ? true : nil } ?? false }
  }

  /// True when sentences begin with this word.
  func isStarter(_ word: String) -> Bool { starters.contains(word.lowercased()) }

  /// True when a word ends as those do that are capitals at the beginning of a sentence alone.
  func isStarterByEnding(_ word: String) -> Bool {
    let small = word.lowercased()
    return starterEndings.contains { small.utf8.count > $0.utf8.count + 2 && small.hasSuffix($0) }
  }

  /// True when this word, though a capital, goes on with a sentence behind an abbreviation.
  func isContinuation(_ word: String) -> Bool { continues.contains(word.lowercased()) }

  /// As it is written, in small letters, or, if it is all in capitals, as a title.
  private func lookUp<Value>(_ form: String, _ find: (String) -> Value?) -> Value? {
    if let found = find(form) { return found }
    let small = form.lowercased()
    if let found = find(small) { return found }
    guard form.utf8.count > 1, form == form.uppercased() else { return nil }
    return find(small.prefix(1).uppercased() + small.dropFirst())
  }

  /// «пгт», «вкл», «к.п.д»: small letters without a vowel, a single one, or with inner stops.
  private func isClipped(_ form: String) -> Bool {
    let letters = form.unicodeScalars
    guard letters.count <= 8, letters.allSatisfy({ $0.properties.isLowercase || $0 == "." }) else { return false }
    if letters.contains(".") { return true }
    return letters.count == 1 || (letters.count <= 5 && !letters.contains { vowels.contains($0) })
  }
}

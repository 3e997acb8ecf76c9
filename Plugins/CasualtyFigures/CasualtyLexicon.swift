import SvodkaKit
import SvodkaLanguage
import SvodkaResources
import SvodkaText

/// A language's words for casualties, compiled into one matcher.
struct CasualtyLexicon: Sendable {
  enum Position: String, Sendable { case before, after, either }

  /// A word that says what happened, with the place of its number.
  struct Predicate: Sendable {
    /// Nil for words that take their number away.
    var kind: CasualtyKind?
    var number: Position
    var isActive: Bool
    var isWeak: Bool
    var isFar: Bool
    /// The number stands right behind: "the death of 14".
    var isNear = false
    var isCumulative: Bool
    /// Hurt in a way that only the rest of the sentence tells.
    var isHarmed = false
    /// The phrase of the lexicon, as it is written there.
    var entry = ""
  }

  /// A word that names a cause.
  struct Cause: Sendable {
    var cause: CasualtyCause
    /// Leaves the cause half open: "explosion", "pit".
    var isWeak: Bool
    /// Of weak words the lower goes first.
    var rank: Int
  }

  enum Role: Sendable {
    case predicate(Predicate)
    case people(Predicate)
    case victims(String)
    case among(CasualtyKind)
    case code(CasualtyKind)
    case participle(CasualtyKind)
    case bearer(CasualtyLosses)
    case zero([CasualtyKind])
    case ofThese(CasualtyKind)
    case blocker(sentence: Bool)
    case cause(Cause)
    case joiner, thing, stop, bridge, anaphora, singular, passive, object, part, together, more, claim, boundary
    case continuer, cumulative, standing, incident, since, asOf, asOfWhole, relative, placeOpener, placeNoun, placeLink,
      doer,
      former,
      denial, generic,
      copula, correction, lone, loneVerb
    case loneObject, loneAct, animal, plural, whole, lonePlural, owner
    case notNumber, teller, formerOpener, numbered, preposition, collective
  }

  let matcher: PhraseMatcher
  let roles: [Role]
  let numbers: NumberReader
  let dates: DateReader
  /// True where a verb's form alone does not say whether its object follows, as in English.
  let needsDirection: Bool

  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let name = "Lexicons/\(language).yaml"
    let file = try resources.decode(LexiconFile.self, from: name, of: "CasualtyFigures")
    var phrases: [String] = []
    var roles: [Role] = []
    func add(_ list: String, _ role: Role) {
      add(list) { _ in role }
    }
    func add(_ list: String, named role: (Predicate) -> Role, _ predicate: Predicate) {
      add(list) { phrase in
        var predicate = predicate
        predicate.entry = phrase
        return role(predicate)
      }
    }
    func add(_ list: String, _ role: (String) -> Role) {
      for phrase in list.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
        let words = phrase.split(separator: " ").joined(separator: " ")
        if words.isEmpty { continue }
        phrases.append(words)
        roles.append(role(words))
      }
    }
    func known<T: RawRepresentable>(_ value: String) throws(AnalysisError) -> T where T.RawValue == String {
      guard let known = T(rawValue: value) else {
        throw AnalysisError(.brokenResource, "'\(value)' is no \(T.self)", location: .init(path: name))
      }
      return known
    }
    for entry in file.predicates {
      let kind: CasualtyKind? = entry.kind == "none" ? nil : try known(entry.kind)
      add(
        entry.phrases, named: Role.predicate,
        Predicate(
          kind: kind, number: try known(entry.number), isActive: entry.active ?? false, isWeak: entry.weak ?? false,
          isFar: entry.reach == "far", isNear: entry.reach == "near",
          isCumulative: entry.scope == CasualtyScope.cumulative.rawValue,
          isHarmed: entry.harmed ?? false))
    }
    for entry in file.people {
      add(
        entry.phrases, named: Role.people,
        Predicate(
          kind: try known(entry.kind), number: .before, isActive: false, isWeak: entry.weak ?? false, isFar: false,
          isCumulative: entry.scope == CasualtyScope.cumulative.rawValue, isHarmed: entry.harmed ?? false))
    }
    for entry in file.victims { add(entry.phrases, .victims(entry.class)) }
    for entry in file.among { add(entry.phrases, .among(try known(entry.kind))) }
    for entry in file.losses { add(entry.phrases, .bearer(try known(entry.whose))) }
    for entry in file.codes { add(entry.phrases, .code(try known(entry.kind))) }
    for entry in file.participles { add(entry.phrases, .participle(try known(entry.kind))) }
    for entry in file.ofThese { add(entry.phrases, .ofThese(try known(entry.kind))) }
    for entry in file.zero {
      let kinds = entry.kind == "none" ? [] : [entry.kind] + (entry.also.map { [$0] } ?? [])
      add(entry.phrases, .zero(try kinds.map { (name) throws(AnalysisError) in try known(name) }))
    }
    for entry in file.blockers { add(entry.phrases, .blocker(sentence: entry.reach == "sentence")) }
    for (rank, entry) in file.causes.enumerated() {
      add(entry.phrases, .cause(Cause(cause: try known(entry.cause), isWeak: entry.weak ?? false, rank: rank)))
    }
    for (list, role) in [
      (file.joiners, Role.joiner), (file.things, .thing), (file.stops, .stop), (file.bridges, .bridge),
      (file.anaphora, .anaphora), (file.singular, .singular), (file.passive, .passive), (file.objects, .object),
      (file.parts, .part), (file.together, .together), (file.more, .more), (file.claims, .claim),
      (file.boundaries, .boundary), (file.cumulative, .cumulative), (file.incident, .incident),
      (file.standing, .standing), (file.continuers, .continuer), (file.since, .since),
      (file.asOf, .asOf), (file.asOfWhole, .asOfWhole), (file.relatives, .relative), (file.placeOpeners, .placeOpener),
      (file.placeNouns, .placeNoun), (file.placeLinks, .placeLink), (file.doers, .doer),
      (file.former, .former), (file.denials, .denial), (file.generic, .generic), (file.copulas, .copula),
      (file.corrections, .correction), (file.lone, .lone), (file.loneVerbs, .loneVerb), (file.tellers, .teller),
      (file.notNumbers, .notNumber), (file.formerOpeners, .formerOpener), (file.numbered, .numbered),
      (file.prepositions, .preposition), (file.loneObjects, .loneObject), (file.loneActs, .loneAct),
      (file.animals, .animal), (file.plurals, .plural), (file.wholes, .whole),
      (file.lonePlurals, .lonePlural), (file.owners, .owner), (file.collectives, .collective),
    ] { add(list, role) }
    matcher = PhraseMatcher(phrases)
    self.roles = roles
    needsDirection = !file.passive.isEmpty
    numbers = try NumberReader(language: language, resources: resources)
    dates = try DateReader(language: language, resources: resources)
  }
}

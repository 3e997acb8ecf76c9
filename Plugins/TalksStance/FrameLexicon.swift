import SvodkaKit
import SvodkaLanguage
import SvodkaResources

/// How a language says that someone is for or against: `Lexicons/stance.LANGUAGE.yaml`, which explains its keys.
struct FrameLexicon: Sendable {
  /// What a word does in a clause about the target.
  struct Frame: Decodable, Sendable {
    enum Label: String, Decodable, Sendable { case `for`, against, undecided, demand }
    enum Kind: String, Decodable, Sendable { case act, wish, judge, noun, demand }
    var name: String
    var label: Label
    var kind: Kind
    var negated: Label?
    var alone: Bool?
    var motion: Bool?
    var final: Bool?
    /// It decides, so that doubt behind it is not the holder's: "refused to consider".
    var settles: Bool?
    /// It only says when: alone it is no stance.
    var modal: Bool?
    /// It counts only where it is denied: "neither has answered".
    var onlyDenied: Bool?
    var phrases: String
  }

  /// What opens a condition.
  enum ConditionKind: Sendable {
    case condition, untilCondition, weakCondition, eventCondition, prepositionCondition, notCondition
  }

  private struct Owners: Decodable {
    var before: String
    var after: String
  }

  private struct File: Decodable {
    var frames: [Frame]
    var interposed: String
    var negators, nounNegators, noOne, opinions, likenings, opaque: String
    var conditions, untilConditions, weakConditions, eventConditions, prepositionConditions, notConditions, reasons,
      former, steps: String
    var owners: Owners
    var agents: String
    var inversion: Bool
    var setsOff: Bool
    var infinitives, participles, nominals, plurals, insides, peopleEndings, obliques, means, pasts, pastEndings,
      conditionals, onlies, abilities, correlatives, pastParticiples,
      passives, copulas, contrasts, perfects, whereabouts, addressed, adverbEndings, targetwards,
      askings, deictics, coercions, expletives, spokesmen, affirmatives, deeds, firstPersons, destinations,
      receivings, manners, experienced, temporals: String
    var generics, collectives, deputies: String
  }

  /// What a phrase is.
  enum Sense: Sendable {
    /// A frame, by its number.
    case frame(Int)
    /// It opens a condition, or looks so and opens none.
    case condition(ConditionKind)
    case role(Roles)
  }

  let frames: [Frame]
  /// All phrases, for one pass over the words.
  let senses: WordTable<Sense>
  /// True where the subject may follow its verb without more ado.
  let inversion: Bool
  /// True where a mark stands before every subordinate clause.
  let setsOff: Bool
  private let infinitives: WordEndings
  private let participles: WordEndings
  private let nominals: WordEndings
  private let pastParticiples: WordEndings
  private let pastEndings: WordEndings
  private let plurals: WordEndings
  private let peopleEndings: WordEndings
  private let obliques: WordEndings
  private let adverbEndings: WordEndings
  private let firstPersons: WordEndings
  private let destinations: WordEndings
  private let manners: WordEndings

  /// Reads the frames of a language; those of the target go before them.
  init(language: String, target: [Frame], resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(File.self, from: "Lexicons/stance.\(language).yaml", of: "TalksStance")
    frames = target + file.frames
    let conditions: [(ConditionKind, String)] = [
      (.notCondition, file.notConditions), (.prepositionCondition, file.prepositionConditions),
      (.eventCondition, file.eventConditions), (.untilCondition, file.untilConditions),
      (.weakCondition, file.weakConditions), (.condition, file.conditions),
    ]
    let roles: [(Roles, String)] = [
      (.negator, file.negators), (.opinion, file.opinions), (.reason, file.reasons), (.former, file.former),
      (.step, file.steps), (.agent, file.agents), (.collective, file.collectives), (.generic, file.generics),
      (.noOne, file.noOne), (.opaque, file.opaque), (.deputy, file.deputies), (.likening, file.likenings),
      (.nounNegator, file.nounNegators), (.past, file.pasts), (.conditional, file.conditionals),
      (.passive, file.passives), (.copula, file.copulas), (.contrast, file.contrasts), (.perfect, file.perfects),
      (.whereabouts, file.whereabouts), (.addressed, file.addressed), (.targetward, file.targetwards),
      (.asking, file.askings), (.deictic, file.deictics), (.inside, file.insides), (.means, file.means),
      (.coercion, file.coercions), (.expletive, file.expletives), (.spokesman, file.spokesmen), (.only, file.onlies),
      (.ability, file.abilities), (.correlative, file.correlatives), (.ownerBefore, file.owners.before),
      (.ownerAfter, file.owners.after), (.affirmative, file.affirmatives), (.deed, file.deeds),
      (.receiving, file.receivings), (.experienced, file.experienced), (.temporal, file.temporals),
    ]
    senses = WordTable(
      frames.enumerated().map { (.frame($0.offset), $0.element.phrases) }, interposed: file.interposed,
      fixed: conditions.map { (.condition($0.0), $0.1) } + roles.map { (.role($0.0), $0.1) })
    inversion = file.inversion
    setsOff = file.setsOff
    infinitives = Self.endings(file.infinitives)
    participles = Self.endings(file.participles)
    pastParticiples = Self.endings(file.pastParticiples)
    nominals = Self.endings(file.nominals)
    pastEndings = Self.endings(file.pastEndings)
    plurals = Self.endings(file.plurals)
    peopleEndings = Self.endings(file.peopleEndings)
    obliques = Self.endings(file.obliques)
    adverbEndings = Self.endings(file.adverbEndings)
    firstPersons = Self.endings(file.firstPersons)
    destinations = Self.endings(file.destinations)
    manners = Self.endings(file.manners)
  }

  private static func endings(_ list: String) -> WordEndings {
    WordEndings(list.split(separator: ",").map { TokenKey.key(String($0.drop { $0 == " " })) })
  }

  /// True when whoever speaks is the subject of a verb, as far as its ending tells.
  func isFirstPerson(_ key: String) -> Bool { firstPersons.end(key) }
  /// True when the form says how something is done, as far as its ending tells.
  func isManner(_ key: String) -> Bool { manners.end(key) }
  /// True when a place in this form is where someone goes, as far as its ending tells.
  func isDestination(_ key: String) -> Bool { destinations.end(key) }
  /// True when the form has no subject of its own, as far as its ending tells.
  func isParticiple(_ key: String) -> Bool { participles.end(key) }
  /// True when the form tells what someone had done, without a subject of its own, as far as its ending tells.
  func isPastParticiple(_ key: String) -> Bool { pastParticiples.end(key) }
  /// True when the form is a noun, as far as its ending tells.
  func isNominal(_ key: String) -> Bool { nominals.end(key) }
  /// True when the form is in a case that no subject has, as far as its ending tells.
  func isOblique(_ key: String) -> Bool { obliques.end(key) }
  /// True when the form is an adverb, as far as its ending tells.
  func isAdverb(_ key: String) -> Bool { key.utf8.count > 4 && adverbEndings.end(key) }
  /// True when the form names people, as far as its ending tells.
  func isPeople(_ key: String) -> Bool { key.utf8.count > 6 && peopleEndings.end(key) }
  /// True when the form is a verb in the plural, as far as its ending tells.
  func isPlural(_ key: String) -> Bool { plurals.end(key) }
  /// True when the form tells what has been, as far as its ending tells.
  func isPast(_ key: String) -> Bool { pastEndings.end(key) }
  /// True when the form is an infinitive, as far as its ending tells.
  func isInfinitive(_ key: String) -> Bool { infinitives.end(key) }
}

import SvodkaKit
import SvodkaNames

/// Claims that seem to be of one event, by place, day and kind: a first grouping, which a reader has to check.
struct ClaimedEvent {
  /// A claim with its group and what is known of its document.
  struct Claim {
    var group: Int
    var claim: CasualtySummary.Claim
    /// By what claimants are told apart: actor, entity or words.
    var claimant: String
    var claimantName: String
    var published: String
    /// The day of the event as far as the text tells, else that of publication; empty where neither is known.
    var day: String

    var figure: CasualtyFigure { claim.figure }
    /// True when the text does not say where, and the place is that of the document's other figures.
    var isPlaceInferred = false
    /// True of a document that is left out where of near-duplicates one is kept.
    var isCopy: Bool
    /// The number of `day`.
    var dayNumber: Int?

    /// The number that the figure speaks of, for setting figures in order.
    var number: Int { figure.low > 0 ? figure.low : figure.high ?? 0 }
    /// A figure that stands: neither replaced by a later one of its document nor a part of another.
    var stands: Bool { figure.supersededBy == nil && figure.subsetOf == nil }
  }

  let kind: CasualtyKind
  let scope: CasualtyScope
  let place: ReportName?
  /// In order of publication.
  let claims: [Claim]
  /// The figures that are set side by side.
  let compared: [Claim]
  /// Those that are left of them when of near-duplicates one document is kept.
  let distinct: [Claim]
  let firstDay: String

  /// Claims of one place lie at most so many days apart from the next, so that a toll can grow.
  private static let gap = 4

  private init(kind: CasualtyKind, scope: CasualtyScope, place: ReportName?, claims: [Claim]) {
    (self.kind, self.scope, self.place, self.claims) = (kind, scope, place, claims)
    compared = Self.compared(claims)
    distinct = claims.contains(where: \.isCopy) ? Self.compared(claims.filter { !$0.isCopy }) : compared
    firstDay = claims.lazy.map(\.day).filter { !$0.isEmpty }.min() ?? ""
  }

  /// Of the figures that stand those of a stated place, where there are two, for others may be of something else.
  private static func compared(_ claims: [Claim]) -> [Claim] {
    let standing = claims.filter(\.stands)
    let stated = standing.filter { !$0.isPlaceInferred }
    return stated.count > 1 ? stated : standing
  }

  /// The claims at both ends, of those of a group, by the number that each speaks of: of each claimant in a text the greatest, since the
  /// others may be parts of it; those that name their source where there are two such.
  static func ends(of claims: [Claim], inGroup group: Int) -> (low: Claim, high: Claim)? {
    let own = claims.filter { $0.group == group }
    let named = own.filter { !$0.claimant.isEmpty }
    var greatest: [String: Claim] = [:]
    for claim in named.count > 1 ? named : own {
      let key = "\(claim.claim.document)\u{0}\(claim.claimant)"
      if let known = greatest[key], (known.number, claim.order) >= (claim.number, known.order) { continue }
      greatest[key] = claim
    }
    let ordered: (Claim, Claim) -> Bool = { a, b in a.number != b.number ? a.number < b.number : a.order < b.order }
    return greatest.values.min(by: ordered).flatMap { low in greatest.values.max(by: ordered).map { (low, $0) } }
  }

  /// The events of all groups, those with most claims by different sides first.
  static func events(_ summaries: [CasualtySummary], context: ReportContext) -> [ClaimedEvent] {
    struct Key: Hashable {
      var kind: CasualtyKind
      var scope: CasualtyScope
      var place: String
    }
    var byPlace: [Key: [(claim: Claim, place: ReportName?)]] = [:]
    for (group, summary) in summaries.enumerated() {
      let usual = usualPlaces(summary, context)
      for claim in summary.claims {
        let figure = claim.figure
        let own = name(of: figure.place, in: claim.document, context)
        let place = own ?? (figure.scope == .incident ? usual[claim.document] : nil)
        let key = Key(kind: figure.kind, scope: figure.scope, place: place.map { $0.entity ?? $0.shown } ?? "")
        var told = self.claim(claim, group, context)
        told.isPlaceInferred = own == nil && place != nil
        byPlace[key, default: []].append((told, place))
      }
    }
    var events: [ClaimedEvent] = []
    for (key, claims) in byPlace {
      for run in runs(claims.sorted { $0.claim.order < $1.claim.order }) {
        let sorted = run.sorted { ($0.claim.published, $0.claim.order) < ($1.claim.published, $1.claim.order) }
        events.append(
          ClaimedEvent(
            kind: key.kind, scope: key.scope, place: run.compactMap(\.place).first, claims: sorted.map(\.claim)))
      }
    }
    // What events are ordered by is worked out once for each: there are thousands of them in an archive.
    let ranks = events.map { event in
      Rank(
        weight: event.weight, claims: event.claims.count, day: event.firstDay,
        first: event.claims.first?.order ?? .init("", 0, ""))
    }
    return events.indices.sorted { ranks[$0] < ranks[$1] }.map { events[$0] }
  }

  /// How many pairs of group and claimant there are, that is how much there is to compare; what has no place comes last.
  private var weight: Int {
    guard place != nil else { return 0 }
    struct Side: Hashable {
      var group: Int
      var claimant: String
    }
    return Set(compared.map { Side(group: $0.group, claimant: $0.claimant) }).count
  }

  private static func name(
    of place: CasualtyFigure.Place?, in document: String, _ context: ReportContext
  ) -> ReportName? {
    place.map { context.name(of: $0.entity, in: document, fallback: $0.canonical ?? $0.text.text) }
  }

  /// For each document the place of more than half of its figures that have one: what is told without a place is told of it.
  private static func usualPlaces(_ summary: CasualtySummary, _ context: ReportContext) -> [String: ReportName] {
    var places: [String: [String: (count: Int, name: ReportName)]] = [:]
    for claim in summary.claims where claim.figure.scope == .incident {
      guard let name = name(of: claim.figure.place, in: claim.document, context) else { continue }
      places[claim.document, default: [:]][name.entity ?? name.shown, default: (0, name)].count += 1
    }
    return places.compactMapValues { found in
      let all = found.values.reduce(0) { $0 + $1.count }
      return found.values.first { $0.count * 2 > all }?.name
    }
  }

  private static func claim(_ claim: CasualtySummary.Claim, _ group: Int, _ context: ReportContext) -> Claim {
    let figure = claim.figure
    let publication = context.publications[claim.document]
    let published = publication?.day ?? ""
    var (key, name) = ("", "")
    if let claimant = figure.claimedBy {
      let shown = context.name(
        of: claimant.entity, in: claim.document, fallback: claimant.canonical ?? claimant.text.text)
      name = claimant.actor?.name ?? shown.shown
      key = claimant.actor?.key ?? shown.entity ?? shown.shown.lowercased()
    }
    let day = figure.date?.period.map { String($0.prefix(10)) } ?? published
    return Claim(
      group: group, claim: claim, claimant: key, claimantName: name, published: published, day: day,
      isCopy: context.copies.contains(claim.document), dayNumber: CivilDate(iso: day)?.dayNumber)
  }

  /// Divides the claims of one place where days lie further apart; claims without a day stay with the first.
  private static func runs<Place>(_ claims: [(claim: Claim, place: Place)]) -> [[(claim: Claim, place: Place)]] {
    let dated = claims.filter { $0.claim.dayNumber != nil }.sorted { $0.claim.day < $1.claim.day }
    var runs: [[(claim: Claim, place: Place)]] = []
    var last: Int?
    for item in dated {
      let day = item.claim.dayNumber ?? 0
      if let before = last, day - before <= gap, !runs.isEmpty {
        runs[runs.count - 1].append(item)
      } else {
        runs.append([item])
      }
      last = day
    }
    let undated = claims.filter { $0.claim.dayNumber == nil }
    if !undated.isEmpty {
      if runs.isEmpty { runs.append(undated) } else { runs[0] += undated }
    }
    return runs
  }
}

extension ClaimedEvent.Claim {
  /// By document and place in it.
  struct Order: Comparable, Hashable {
    var document: String
    var offset: Int
    var id: String
    init(_ document: String, _ offset: Int, _ id: String) {
      (self.document, self.offset, self.id) = (document, offset, id)
    }
    static func < (a: Order, b: Order) -> Bool { (a.document, a.offset, a.id) < (b.document, b.offset, b.id) }
  }

  var order: Order { Order(claim.document, figure.number.span.start, figure.id) }
}

extension ClaimedEvent {
  /// What events are ordered by: how much there is to compare, how many claims, the day, and where the first stands.
  private struct Rank: Comparable {
    var weight: Int
    var claims: Int
    var day: String
    var first: Claim.Order

    static func < (a: Rank, b: Rank) -> Bool {
      if a.weight != b.weight { return a.weight > b.weight }
      if a.claims != b.claims { return a.claims > b.claims }
      return (a.day, a.first) < (b.day, b.first)
    }
  }
}

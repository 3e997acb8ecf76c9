import SvodkaKit

/// Claims over the days of publication.
extension ClaimsComparison {
  /// The claims of an event by day of publication; nil where there are too few to draw.
  func timeline(_ event: ClaimedEvent, _ section: inout ReportSection) -> ReportTimeline? {
    let dated = event.claims.filter { !$0.published.isEmpty && $0.figure.subsetOf == nil }
    guard dated.count > 2, event.place != nil, Set(dated.map(\.published)).count > 1 else { return nil }
    let points = drawn(dated).map { claims in
      let claim = claims[0]
      var label = "\(range(claim.figure)) · \(claimant(claim))"
      if claims.count > 1 { label += " × \(context.wording.number(claims.count))" }
      return ReportTimeline.Point(
        date: claim.published, series: claim.group, low: claim.figure.low, high: claim.figure.high, label: label,
        marks: marks(claim) + (claims.allSatisfy(\.isCopy) ? copyMarks(claim) : []),
        evidence: section.cite(claims.prefix(KeptEvidence.most).map(evidence)))
    }
    return ReportTimeline(
      id: "claims-" + title(event), title: title(event), unit: kind(event.kind), series: context.groups.map(\.name),
      points: points,
      alternative: points.map { "\($0.date) \(group($0.series)): \($0.label)" }.joined(separator: "; "))
  }

  /// The claims by what is drawn as one point; of very many those at both ends of each day in each group.
  func drawn(_ claims: [ClaimedEvent.Claim]) -> [[ClaimedEvent.Claim]] {
    struct Place: Hashable {
      var date: String
      var group: Int
      var low: Int
      var high: Int?
      var claimant: String
      var marks: [ReportMark]
    }
    var places: [Place: Int] = [:]
    var points: [[ClaimedEvent.Claim]] = []
    for claim in claims {
      let place = Place(
        date: claim.published, group: claim.group, low: claim.figure.low, high: claim.figure.high,
        claimant: claim.claimant, marks: marks(claim))
      if let known = places[place] {
        points[known].append(claim)
      } else {
        places[place] = points.count
        points.append([claim])
      }
    }
    guard context.rows != nil, points.count > Self.mostPoints else { return points }
    struct Day: Hashable {
      var date: String
      var group: Int
    }
    var ends: [Day: (low: Int, high: Int)] = [:]
    for (index, point) in points.enumerated() {
      let day = Day(date: point[0].published, group: point[0].group)
      let known = ends[day] ?? (index, index)
      ends[day] = (
        point[0].number < points[known.low][0].number ? index : known.low,
        point[0].number > points[known.high][0].number ? index : known.high
      )
    }
    let kept = Set(ends.values.flatMap { [$0.low, $0.high] })
    return points.indices.filter(kept.contains).map { points[$0] }
  }
}

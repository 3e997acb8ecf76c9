extension ReportValue {
  /// The value in words and digits, as text, Markdown and HTML show it.
  ///
  /// An estimate is `12.3 (9.1–16.2)`, a count of which near-duplicates are a part `12 (9)`, a range with an open end `≥ 14`.
  public func text(by wording: any ReportWording) -> String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .integer(let number): wording.number(number)
    case .count(let all, let distinct):
      all == distinct ? wording.number(all) : "\(wording.number(all)) (\(wording.number(distinct)))"
    case .number(let number, let digits): wording.number(number, digits: digits)
    case .estimate(let estimate): estimate.text(by: wording)
    case .range(let low, let high): Self.range(low, high, wording)
    case .date(let date): date
    case .period(let from, let to): from == to ? from : "\(from) – \(to)"
    case .name(let name): name.shown
    case .document(let id): id
    }
  }

  private static func range(_ low: Int?, _ high: Int?, _ wording: any ReportWording) -> String {
    switch (low, high) {
    case (nil, nil): ""
    case (let low?, nil): "≥ \(wording.number(low))"
    case (nil, let high?): "≤ \(wording.number(high))"
    case (let low?, let high?):
      low == high ? wording.number(low) : "\(wording.number(low))–\(wording.number(high))"
    }
  }
}

extension ReportEstimate {
  /// `12.3 (9.1–16.2)`; the number alone where it has no interval.
  public func text(by wording: any ReportWording) -> String {
    let number = wording.number(value, digits: digits)
    guard low != nil || high != nil else { return number }
    let ends = [low, high].map { $0.map { wording.number($0, digits: digits) } ?? "…" }
    return "\(number) (\(ends[0])–\(ends[1]))"
  }
}

public import SvodkaKit

/// Two evaluations over the same gold, compared.
public struct DifferenceReport: Sendable {
  private let difference: Bootstrap.Difference?
  private let names: (String, String)
  private let totals: (Tally, Tally)

  /// Compares two evaluations of the same gold documents, in the same order.
  public init(_ first: Evaluation, _ second: Evaluation, names: (String, String)) {
    difference = Bootstrap().difference(first.tallies, second.tallies)
    totals = (first.total, second.total)
    self.names = names
  }

  /// The difference in one line.
  public var line: String {
    guard let difference else { return "no difference can be told: there is nothing to find and nothing found" }
    let verdict =
      difference.interval.contains(0)
      ? "the interval holds zero: the difference may be chance" : "the interval leaves zero out"
    return "F1 \(Figures.share(totals.0.f1)) (\(names.0)) − \(Figures.share(totals.1.f1)) (\(names.1)) = "
      + "\(Figures.share(difference.f1)), 95 % interval \(Figures.interval(difference.interval)), "
      + "p \(Figures.share(difference.chance)) (paired bootstrap over documents); \(verdict)"
  }

  /// The same for programs.
  public var json: JSONValue {
    guard let difference else { return .null }
    return [
      "difference": .double(difference.f1),
      "interval": [.double(difference.interval.lowerBound), .double(difference.interval.upperBound)],
      "p": .double(difference.chance),
    ]
  }
}

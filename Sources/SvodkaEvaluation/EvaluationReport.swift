public import SvodkaKit

/// An evaluation as tables, counts beside every figure.
public struct EvaluationReport: Sendable {
  private let evaluation: Evaluation
  private let title: String
  private let groups: [String]

  /// Reports on an evaluation, broken down by label and by keys of the gold rows.
  public init(_ evaluation: Evaluation, title: String, groups: [String] = ["lang"]) {
    (self.evaluation, self.title, self.groups) = (evaluation, title, groups)
  }

  /// The tables: labels and total, groups, details.
  public var section: ReportSection {
    var tables = [labels]
    for key in groups {
      let parts = evaluation.byGroup(key)
      guard parts.count > 1 else { continue }
      tables.append(
        ReportTable(
          caption: "by \(key)", columns: Self.columns(key),
          rows: parts.map { Self.row($0.group, $0.tally, interval: Bootstrap().interval(of: $0.documents)) }))
    }
    let details = evaluation.details.filter { $0.share.of > 0 }
    if !details.isEmpty {
      tables.append(
        ReportTable(
          caption:
            "details of the findings that are right; P, R and F1 are of those that are given, not of those rightly left empty",
          columns: [.init("detail")]
            + ["agrees", "of", "share", "P", "R", "F1", "right", "found", "gold"].map { .init($0, isNumber: true) },
          rows: details.map { Self.row($0.key, $0.share, $0.given) }))
    }
    return ReportSection(title: title, tables: tables)
  }

  private var labels: ReportTable {
    let label = evaluation.comparison.label
    var rows = evaluation.byLabel.map { Self.row($0.label, $0.tally) }
    if let wholes = evaluation.wholes { rows.append(Self.row("(all places right)", wholes)) }
    if evaluation.comparison.identity.count > 1 { rows.append(Self.row("(any \(label))", evaluation.anyLabel)) }
    if let full = evaluation.inFull {
      rows.append(Self.row("(with \(evaluation.comparison.full.joined(separator: ", ")))", full))
    }
    rows.append(.init(["(mean of labels)", "", "", Figures.share(evaluation.macroF1), "", "", "", ""]))
    rows.append(Self.row("all", evaluation.total, interval: evaluation.interval()))
    let clean = evaluation.clean
    var caption = "\(evaluation.documents.count) documents, places compared by \(evaluation.mode.rawValue)"
    if clean.of > 0 { caption += "; \(clean.count) of \(clean.of) documents with nothing in them left clean" }
    if !evaluation.absent.isEmpty { caption += "; \(evaluation.absent.count) documents are not in the output" }
    return ReportTable(caption: caption, columns: Self.columns(label), rows: rows)
  }

  private static func columns(_ first: String) -> [ReportTable.Column] {
    [.init(first)]
      + ["P", "R", "F1", "95 % interval", "right", "found", "gold"].map { .init($0, isNumber: true) }
  }

  private static func row(
    _ name: String, _ tally: Tally, interval: ClosedRange<Double>? = nil
  ) -> ReportTable.Row {
    .init([
      name, Figures.share(tally.precision), Figures.share(tally.recall), Figures.share(tally.f1),
      interval.map { Figures.interval($0) } ?? "", String(tally.right), String(tally.found), String(tally.gold),
    ])
  }

  private static func row(_ name: String, _ share: Share, _ given: Tally) -> ReportTable.Row {
    .init([
      name, String(share.count), String(share.of), Figures.share(share.value), Figures.share(given.precision),
      Figures.share(given.recall), Figures.share(given.f1), String(given.right), String(given.found),
      String(given.gold),
    ])
  }

  /// The same figures as one JSON object, for programs.
  public var json: JSONValue {
    [
      "title": .string(title), "by": .string(evaluation.mode.rawValue),
      "documents": .int(evaluation.documents.count), "absent": .int(evaluation.absent.count),
      "all": Self.json(evaluation.total, interval: evaluation.interval()),
      "labels": .object(evaluation.byLabel.map { .init($0.label, Self.json($0.tally)) }),
      "mean_of_labels": evaluation.macroF1.map { .double($0) } ?? .null,
      "any_label": Self.json(evaluation.anyLabel),
      "in_full": evaluation.inFull.map { Self.json($0) } ?? .null,
      "all_places": evaluation.wholes.map { Self.json($0) } ?? .null,
      "groups": .object(
        groups.map { key in
          .init(key, .object(evaluation.byGroup(key).map { .init($0.group, Self.json($0.tally)) }))
        }),
      "details": .object(
        evaluation.details.map { detail in
          .init(
            detail.key,
            ["count": .int(detail.share.count), "of": .int(detail.share.of), "given": Self.json(detail.given)])
        }),
      "clean": ["count": .int(evaluation.clean.count), "of": .int(evaluation.clean.of)],
    ]
  }

  private static func json(_ tally: Tally, interval: ClosedRange<Double>? = nil) -> JSONValue {
    let number = { (value: Double?) -> JSONValue in value.map { .double($0) } ?? .null }
    return .object(
      [
        .init("precision", number(tally.precision)), .init("recall", number(tally.recall)),
        .init("f1", number(tally.f1)), .init("right", .int(tally.right)), .init("found", .int(tally.found)),
        .init("gold", .int(tally.gold)),
      ] + (interval.map { [.init("interval", [.double($0.lowerBound), .double($0.upperBound)])] } ?? []))
  }
}

public import SvodkaKit

extension TalksStance {
  /// Holders by groups with the sentences; who is said to stand in different places, changes over time, and conditions in their
  /// own words.
  public func comparison(of summaries: [StanceSummary], context: ReportContext) -> ReportSection {
    StanceComparison(summaries, target: target, context: context).section(named: identity.name)
  }
}

/// The section on who stands where.
struct StanceComparison {
  private let context: ReportContext
  private let target: String
  private let holders: [ComparedHolder]
  /// So many holders are named first.
  private static let named = 4
  /// So many steps of a change are told there.
  private static let steps = 3

  init(_ summaries: [StanceSummary], target: String, context: ReportContext) {
    self.context = context
    self.target = target
    holders = ComparedHolder.all(summaries, context: context)
  }

  func section(named name: String) -> ReportSection {
    var section = ReportSection(id: name, title: word("title", ["target": targetName]))
    guard !holders.isEmpty else {
      section.blocks = [.statement(ReportStatement(word("none")))]
      return section
    }
    section.headlines = headlines(&section)
    section.blocks = [.matrix(matrix(&section))]
    for table in [changes(&section), conditions(&section)] where !table.rows.isEmpty {
      section.blocks.append(.table(table))
    }
    return section
  }

  /// What the talks are called in the language of the report.
  private var targetName: String {
    let key = "target.\(target)"
    let name = word(key)
    return name == key ? target : name
  }

  private func word(_ key: String, _ places: [String: String] = [:]) -> String {
    context.wording.text(key, of: "TalksStance", places)
  }
  private func mark(_ id: String) -> ReportMark {
    ReportMark(id: id, text: context.wording.text("mark.\(id)", of: "SvodkaReport"))
  }
  private func label(_ label: StanceLabel) -> String { word("label.\(label.rawValue)") }

  private func evidence(_ position: StanceSummary.Position) -> ReportEvidence {
    let stance = position.stance
    return ReportEvidence(
      document: position.document, sentence: stance.sentence, finding: stance.evidence.span,
      label: label(stance.label), analyzer: TalksStance.identity.name, id: stance.id)
  }

  private func headlines(_ section: inout ReportSection) -> [ReportStatement] {
    var statements: [ReportStatement] = []
    let changed = holders.filter { !$0.changes.isEmpty }
    for holder in changed.prefix(Self.named) {
      let steps = holder.changes.map { change -> String in
        word(
          "headline.step",
          [
            "from": label(change.from), "to": label(change.to.stance.label), "source": change.source,
            "date": change.to.date,
          ])
      }
      var seen: Set<String> = []
      let told = steps.filter { seen.insert($0).inserted }
      var list = told.prefix(Self.steps).joined(separator: "; ")
      if told.count > Self.steps {
        let more = context.wording.text("report.more", of: "SvodkaReport", count: told.count - Self.steps, [:])
        list += "; " + more
      }
      statements.append(
        ReportStatement(
          word("headline.changed", ["holder": holder.name.shown, "steps": list]),
          marks: holder.changes.contains(where: \.holdsWithoutCopies) ? [] : [mark(ReportMark.ID.copiesOnly)],
          evidence: section.cite(holder.changes.prefix(KeptEvidence.most).map { evidence($0.to) })))
    }
    if changed.isEmpty { statements.append(ReportStatement(word("headline.none-changed"))) }
    let differing = holders.filter(\.isDisputed)
    if !differing.isEmpty {
      let list = differing.prefix(Self.named).map { holder in
        let parts = holder.groups.filter { !$0.positions.isEmpty }.map { group in
          "\(context.groups[group.index].name): \(group.labels.map(label).joined(separator: ", "))"
        }
        return "\(holder.name.shown) (\(parts.joined(separator: "; ")))"
      }
      statements.append(
        ReportStatement(
          word("headline.disputed", ["holders": list.joined(separator: "; ")]),
          marks: marks(Array(differing.prefix(Self.named))),
          evidence: section.cite(
            differing.prefix(Self.named).flatMap { $0.groups.compactMap(\.positions.last).map(evidence) })))
    }
    return statements
  }

  private func unique(_ marks: [ReportMark]) -> [ReportMark] {
    var seen: Set<String> = []
    return marks.filter { seen.insert($0.id).inserted }
  }

  /// That a person has confirmed or edited the stance.
  private func corrections(_ position: StanceSummary.Position) -> [ReportMark] {
    [context.mark(of: position.stance.id, in: position.document, by: TalksStance.identity.name)].compactMap { $0 }
  }

  /// That sources disagree, and whether they do so without near-duplicates.
  private func marks(_ disputed: [ComparedHolder]) -> [ReportMark] {
    guard !disputed.isEmpty else { return [] }
    return [mark(ReportMark.ID.disagreement)]
      + (disputed.contains { $0.isDisputed(isDistinct: true) } ? [] : [mark(ReportMark.ID.copiesOnly)])
  }

  private func matrix(_ section: inout ReportSection) -> ReportMatrix {
    let shown = context.rows.map { holders.prefix($0) } ?? holders[...]
    var rows: [ReportMatrix.Row] = []
    for holder in shown {
      var cells: [[ReportMatrix.Entry]] = []
      for group in holder.groups {
        cells.append(
          group.labels.map { label in
            let positions = group.positions.filter { $0.stance.label == label }
            return .init(
              id: label.rawValue, label: self.label(label), count: positions.count,
              distinct: group.distinct.count { $0.stance.label == label },
              marks: unique(positions.flatMap(corrections)),
              evidence: section.cite(positions.prefix(KeptEvidence.most).map(evidence)))
          })
      }
      rows.append(
        .init(holder.name, cells: cells, marks: holder.isDisputed ? marks([holder]) : []))
    }
    return ReportMatrix(
      id: "holders", title: word("holders"), columns: context.groups.map(\.name), rows: rows,
      alternative: rows.map { row in
        let parts = zip(context.groups, row.cells).filter { !$1.isEmpty }.map { group, entries in
          "\(group.name): "
            + entries.map { entry in
              "\(entry.label) "
                + ReportValue.count(all: entry.count, distinct: entry.distinct).text(by: context.wording)
            }.joined(separator: ", ")
        }
        return "\(row.name.shown): \(parts.joined(separator: "; "))"
      }.joined(separator: ". "), omitted: holders.count - shown.count)
  }

  private func changes(_ section: inout ReportSection) -> ReportTable {
    var (rows, omitted): ([ReportTable.Row], Int) = ([], 0)
    for holder in holders {
      for change in holder.changes {
        if let most = context.rows, rows.count >= most {
          omitted += 1
          continue
        }
        var sentences: [ReportEvidence] = []
        if let earlier = change.to.stance.before, change.earlier == nil {
          sentences.append(
            ReportEvidence(
              document: change.to.document, sentence: earlier.sentence, finding: earlier.evidence.span,
              label: label(earlier.label), analyzer: TalksStance.identity.name))
        }
        if let earlier = change.earlier { sentences.append(evidence(earlier)) }
        sentences.append(evidence(change.to))
        rows.append(
          .init(
            [
              ReportCell(.name(holder.name)), .text(change.source), .text(label(change.from)),
              .text(label(change.to.stance.label)), ReportCell(.date(change.earlier?.date ?? change.to.date)),
              ReportCell(.date(change.to.date)), ReportCell(.document(change.to.document)),
            ], marks: (change.holdsWithoutCopies ? [] : [mark(ReportMark.ID.copiesOnly)]) + corrections(change.to),
            evidence: section.cite(sentences)))
      }
    }
    return ReportTable(
      id: "changes", caption: word("changes"),
      columns: [
        .init(word("column.holder"), id: "holder"), .init(word("column.source"), id: "source"),
        .init(word("column.from"), id: "from"), .init(word("column.to"), id: "to"),
        .init(word("column.before"), id: "before"), .init(word("column.after"), id: "after"),
        .init(word("column.document"), id: "document"),
      ], rows: rows, omitted: omitted)
  }

  private func conditions(_ section: inout ReportSection) -> ReportTable {
    var (rows, omitted): ([ReportTable.Row], Int) = ([], 0)
    for holder in holders {
      for group in holder.groups {
        for position in group.positions {
          guard let condition = position.stance.condition else { continue }
          if let most = context.rows, rows.count >= most {
            omitted += 1
            continue
          }
          rows.append(
            .init(
              [
                ReportCell(.name(holder.name)), .text(context.groups[group.index].name), .text(condition.text),
                .text(position.stance.attributedTo?.canonical ?? ""), ReportCell(.date(position.date)),
                ReportCell(.document(position.document)),
              ],
              marks: (context.copies.contains(position.document) ? [mark(ReportMark.ID.copy)] : [])
                + corrections(position),
              evidence: section.cite([evidence(position)])))
        }
      }
    }
    return ReportTable(
      id: "conditions", caption: word("conditions"),
      columns: [
        .init(word("column.holder"), id: "holder"),
        .init(context.wording.text("counts.group", of: "SvodkaReport"), id: "group"),
        .init(word("column.condition"), id: "condition"), .init(word("column.by"), id: "by"),
        .init(word("column.date"), id: "date"), .init(word("column.document"), id: "document"),
      ], rows: rows, omitted: omitted)
  }
}

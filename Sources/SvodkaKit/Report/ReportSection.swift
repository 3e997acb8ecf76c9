/// An analyzer's part of a report, as values that every writer can show.
public struct ReportSection: Sendable, Hashable, Codable {
  /// What the section is called in files and links: the analyzer's name.
  public var id: String
  /// The heading.
  public var title: String
  /// What a reader has to know first; the report shows these on its first page too.
  public var headlines: [ReportStatement]
  /// Statements, tables and charts in their order.
  public var blocks: [ReportBlock]
  /// The sentences that cells, bars and points of this section refer to by id, each once.
  public private(set) var evidence: [ReportEvidence]

  /// Makes a section; ``cite(_:)`` adds its sentences.
  public init(id: String = "", title: String, headlines: [ReportStatement] = [], blocks: [ReportBlock] = []) {
    self.id = id
    self.title = title
    self.headlines = headlines
    self.blocks = blocks
    evidence = []
  }

  /// Makes a section of tables alone.
  public init(id: String = "", title: String, tables: [ReportTable]) {
    self.init(id: id, title: title, blocks: tables.map { .table($0) })
  }

  /// Takes sentences in, and gives the ids under which cells, bars and points name them, in the order given.
  public mutating func cite(_ sentences: [ReportEvidence]) -> [ReportEvidence.ID] {
    let ids = sentences.map(\.id)
    let known = Set(evidence.map(\.id))
    var added: Set<ReportEvidence.ID> = []
    for (sentence, id) in zip(sentences, ids) where !known.contains(id) && added.insert(id).inserted {
      evidence.append(sentence)
    }
    return ids
  }

  /// The sentences of these ids, in their order.
  public func evidence(_ ids: [ReportEvidence.ID]) -> [ReportEvidence] {
    ids.compactMap { id in evidence.first { $0.id == id } }
  }

  /// The tables among the blocks.
  public var tables: [ReportTable] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}

/// One thing in a section.
public enum ReportBlock: Sendable, Hashable {
  /// A sentence or two of prose.
  case statement(ReportStatement)
  /// A table.
  case table(ReportTable)
  /// Counts by group, which the report turns into a table of rates with what the groups differ in, and into bars.
  case counts(ReportCounts)
  /// Bars with intervals.
  case bars(ReportBars)
  /// Points and ranges over time.
  case timeline(ReportTimeline)
  /// A matrix.
  case matrix(ReportMatrix)
}

/// A line of prose with what it rests on.
public struct ReportStatement: Sendable, Hashable, Codable {
  /// The words, in the language of the report.
  public var text: String
  /// What has to be said about it.
  public var marks: [ReportMark]
  /// Sentences by id.
  public var evidence: [ReportEvidence.ID]

  /// Makes a statement.
  public init(_ text: String, marks: [ReportMark] = [], evidence: [ReportEvidence.ID] = []) {
    self.text = text
    self.marks = marks
    self.evidence = evidence
  }
}

/// A word of caution or of notice at a row, cell, bar or point.
public struct ReportMark: Sendable, Hashable, Codable {
  /// What it is, for style and for programs: `small-count`.
  public var id: String
  /// What a reader sees, in the language of the report.
  public var text: String

  /// Makes a mark; an id of one's own may be used.
  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }

  /// The marks that the program itself sets.
  public enum ID {
    /// Too few cases to say more than that there are some.
    public static let smallCount = "small-count"
    /// Groups differ by more than chance, after correction for the number of comparisons.
    public static let differs = "differs"
    /// Found in one group only.
    public static let onlyHere = "only-here"
    /// Claims that seem to be of one event: a first grouping by place, date and kind.
    public static let firstGrouping = "first-grouping"
    /// Sources say different things.
    public static let disagreement = "disagreement"
    /// A figure that replaces an earlier one.
    public static let revised = "revised"
    /// A figure or stance that somebody denies.
    public static let denied = "denied"
    /// It was accepted by a person.
    public static let accepted = "accepted"
    /// It was edited by a person.
    public static let edited = "edited"
    /// It rests on near-duplicates alone.
    public static let copiesOnly = "copies-only"
  }
}

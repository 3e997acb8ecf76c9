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
  /// The ids of `evidence`.
  private var known: Set<ReportEvidence.ID>

  private enum CodingKeys: String, CodingKey { case id, title, headlines, blocks, evidence }

  /// Makes a section; ``cite(_:)`` adds its sentences.
  public init(id: String = "", title: String, headlines: [ReportStatement] = [], blocks: [ReportBlock] = []) {
    self.id = id
    self.title = title
    self.headlines = headlines
    self.blocks = blocks
    evidence = []
    known = []
  }

  /// Makes a section of tables alone.
  public init(id: String = "", title: String, tables: [ReportTable]) {
    self.init(id: id, title: title, blocks: tables.map { .table($0) })
  }

  /// Reads a section that was written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    title = try container.decode(String.self, forKey: .title)
    headlines = try container.decode([ReportStatement].self, forKey: .headlines)
    blocks = try container.decode([ReportBlock].self, forKey: .blocks)
    evidence = try container.decode([ReportEvidence].self, forKey: .evidence)
    known = Set(evidence.map(\.id))
  }

  /// Takes sentences in, and gives the ids under which cells, bars and points name them, in the order given.
  public mutating func cite(_ sentences: [ReportEvidence]) -> [ReportEvidence.ID] {
    sentences.map { sentence in
      let id = sentence.id
      if known.insert(id).inserted { evidence.append(sentence) }
      return id
    }
  }

  /// Changes the sentences; what they are known by (document, sentence, findings) may not change.
  public mutating func updateEvidence(_ change: (inout ReportEvidence) -> Void) {
    for index in evidence.indices { change(&evidence[index]) }
  }

  /// The sentences of these ids, in their order.
  public func evidence(_ ids: [ReportEvidence.ID]) -> [ReportEvidence] {
    var places: [ReportEvidence.ID: Int] = [:]
    for (place, sentence) in evidence.enumerated() { places[sentence.id] = place }
    return ids.compactMap { id in places[id].map { evidence[$0] } }
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
    /// The document is nearly the same as one that is counted without near-duplicates.
    public static let copy = "copy"
  }
}

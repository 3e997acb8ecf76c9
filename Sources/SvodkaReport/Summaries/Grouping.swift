public import SvodkaKit

/// The fields by which documents are grouped: `source`, `lang`, `date:day|week|month|year`, or a field of the input's metadata.
public struct Grouping: Sendable, Hashable {
  /// One field.
  public enum Field: Sendable, Hashable, CustomStringConvertible {
    /// The outlet.
    case source
    /// The language of the document.
    case language
    /// The day of publication, or the week, month or year that it lies in.
    case date(Step)
    /// A field of the input that has no name of its own.
    case meta(String)

    /// As it is written on the command line.
    public var description: String {
      switch self {
      case .source: "source"
      case .language: "lang"
      case .date(let step): "date:\(step.rawValue)"
      case .meta(let name): name
      }
    }
  }

  /// A stretch of time.
  public enum Step: String, Sendable, Hashable, CaseIterable {
    /// A day, as `2016-01-30`.
    case day
    /// An ISO week, as `2016-W04`.
    case week
    /// A month, as `2016-01`.
    case month
    /// A year, as `2016`.
    case year
  }

  /// The fields, in their order.
  public var fields: [Field]

  /// Groups by fields.
  public init(_ fields: [Field]) { self.fields = fields }

  /// Reads `source,date:week`.
  ///
  /// - Throws: `C101` for an empty list, a field that stands twice, or a step of time that there is none of.
  public init(_ text: String) throws(AnalysisError) {
    var fields: [Field] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let field = try Self.field(part.filter { $0 != " " })
      guard !fields.contains(field) else {
        throw AnalysisError(.badArgument, "--by names '\(field)' twice: name each field once")
      }
      fields.append(field)
    }
    self.fields = fields
  }

  private static func field(_ text: String) throws(AnalysisError) -> Field {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch parts.first {
    case "source" where parts.count == 1: return .source
    case "lang" where parts.count == 1: return .language
    case "date":
      guard let step = parts.count == 1 ? Step.day : Step(rawValue: parts[1]) else {
        throw AnalysisError(
          .badArgument,
          "--by knows no '\(text)': expected date:" + Step.allCases.map(\.rawValue).joined(separator: ", date:"))
      }
      return .date(step)
    case let name? where parts.count == 1: return .meta(name)
    default:
      throw AnalysisError(
        .badArgument, "--by takes fields such as source, lang, date:week or a field of the metadata, not '\(text)'")
    }
  }

  /// The values of a document, one a field; empty where it has none.
  public func values(of document: Metadata, language: String) -> [String] {
    fields.map { field in
      switch field {
      case .source: document.source ?? ""
      case .language: language
      case .date(let step): document.day.map { Self.value($0, step) } ?? ""
      case .meta(let name): document.extra.first { $0.key == name }.map { Self.value($0.value) } ?? ""
      }
    }
  }

  /// The fields by which a document can be grouped, as they are written on the command line: those that it has.
  static func fields(of document: Metadata) -> [String] {
    var fields = document.extra.filter { !value($0.value).isEmpty }.map(\.key)
    if document.source?.isEmpty == false { fields.append("source") }
    if document.day != nil { fields.append("date") }
    return fields
  }

  private static func value(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .int(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    default: ""
    }
  }

  private static func value(_ day: CivilDate, _ step: Step) -> String {
    switch step {
    case .day: day.description
    case .week: day.isoWeek
    case .month: String(day.description.prefix(7))
    case .year: String(day.description.prefix(4))
    }
  }

  /// Derives the values of a coarser grouping from those of this one.
  ///
  /// - Throws: `I116` where `coarser` is not coarser: it has a field that this one lacks, or a shorter step of time.
  public func coarsening(to coarser: Grouping) throws(AnalysisError) -> @Sendable ([String]) -> [String] {
    var parts: [@Sendable ([String]) -> String] = []
    for field in coarser.fields { parts.append(try part(field)) }
    return { [parts] values in parts.map { $0(values) } }
  }

  private func part(_ field: Field) throws(AnalysisError) -> @Sendable ([String]) -> String {
    if let place = fields.firstIndex(of: field) { return { $0[place] } }
    if case .date(let wanted) = field {
      for (place, own) in fields.enumerated() {
        guard case .date(let step) = own else { continue }
        if step == .day { return { values in CivilDate(iso: values[place]).map { Self.value($0, wanted) } ?? "" } }
        if step == .month, wanted == .year { return { String($0[place].prefix(4)) } }
      }
    }
    throw AnalysisError(
      .finerGrouping,
      "the summary was made by '\(self)' and cannot be divided by '\(field)': group by those, or analyse again with --by \(finest(with: field))"
    )
  }

  /// What a summary would have had to be made by.
  private func finest(with field: Field) -> String {
    let others = fields.filter { own in
      if case .date = own, case .date = field { return false }
      return true
    }
    return (others + [field]).map(\.description).joined(separator: ",")
  }
}

extension Grouping: CustomStringConvertible {
  /// As it is written on the command line.
  public var description: String { fields.map(\.description).joined(separator: ",") }
}

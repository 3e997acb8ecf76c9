import SvodkaCorpus
import SvodkaKit

/// Reads one brat annotation file.
struct BratReader {
  private struct Stretch {
    var id: String
    var label: String
    var places: [Range<Int>]
  }

  private let text: ScalarText
  private var stretches: [Stretch] = []
  /// The places of the stretches in the list, by their ids.
  private var numbers: [String: Int] = [:]
  /// Fields by the stretch that they belong to, in the order of the file.
  private var fields: [String: [JSONValue.Member]] = [:]
  /// Stretches that are the value of another's field.
  private var values: Set<String> = []
  /// The lines that have no place in a document.
  private(set) var untaken: [UntakenLine] = []

  /// - Throws: `I113` for a line that breaks the rules or does not fit the text.
  init(_ content: String, text: ScalarText, path: String) throws(AnalysisError) {
    self.text = text
    var later: [(columns: [String], place: SourceLocation)] = []
    for (number, line) in content.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }
    ).enumerated() {
      let columns = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      let place = SourceLocation(path: path, line: number + 1)
      switch columns[0].first {
      case nil: continue
      case "T":
        let found = try stretch(columns, place)
        guard numbers.updateValue(stretches.count, forKey: found.id) == nil else {
          throw broken("the id '\(found.id)' comes twice", place)
        }
        stretches.append(found)
      default: later.append((columns, place))
      }
    }
    for (columns, place) in later { try take(columns, place) }
  }

  /// All stretches that are no value of another's field.
  func annotations() throws(AnalysisError) -> [AnnotatedDocument.Annotation] {
    stretches.filter { !values.contains($0.id) }.map { stretch in
      let fields = fields[stretch.id] ?? []
      return AnnotatedDocument.Annotation(
        label: stretch.label, places: stretch.places, fields: fields.filter { $0.key != BratFormat.labelKey },
        labelKey: fields.first { $0.key == BratFormat.labelKey }?.value.string ?? "type")
    }
  }

  private func broken(_ message: String, _ place: SourceLocation) -> AnalysisError {
    AnalysisError(.brokenAnnotation, message, location: place)
  }

  private func stretch(_ columns: [String], _ place: SourceLocation) throws(AnalysisError) -> Stretch {
    guard columns.count == 3, let blank = columns[1].firstIndex(of: " ") else {
      throw broken("a text-bound line is 'ID<tab>label start end<tab>text'", place)
    }
    var pieces: [Range<Int>] = []
    for piece in columns[1][columns[1].index(after: blank)...].split(separator: ";") {
      let ends = piece.split(separator: " ").compactMap { Int($0) }
      guard ends.count == 2, 0 <= ends[0], ends[0] < ends[1], ends[1] <= text.count else {
        throw broken("'\(piece)' is no place in a text of \(text.count) characters", place)
      }
      pieces.append(ends[0]..<ends[1])
    }
    // Other programs leave a stretch over a line end whole and write a blank for it.
    let covered = pieces.map { text[$0] }.joined(separator: " ")
    guard covered == columns[2] || SpaceEscapes.oneLine(covered) == SpaceEscapes.oneLine(columns[2]) else {
      throw broken("the line says «\(columns[2])», the text there is «\(covered)»", place)
    }
    return Stretch(
      id: columns[0], label: FileNames.decoded(String(columns[1][..<blank])), places: joined(pieces))
  }

  /// Joins pieces that only line ends and blanks divide.
  private func joined(_ pieces: [Range<Int>]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for piece in pieces.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = out.last, last.upperBound <= piece.lowerBound,
        (last.upperBound..<piece.lowerBound).allSatisfy({ text[$0].properties.isWhitespace })
      {
        out[out.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        out.append(piece)
      }
    }
    return out
  }

  private mutating func leave(_ reason: String, _ place: SourceLocation) {
    untaken.append(.init(location: place, reason: reason))
  }

  /// Adds a field to a stretch: one of a name, and none that says where the stretch is.
  private mutating func add(_ field: JSONValue.Member, to id: String, _ place: SourceLocation) {
    guard numbers[id] != nil else {
      return leave("'\(id)' is no stretch of text, and only those are taken", place)
    }
    let own = fields[id, default: []].map(\.key)
    let isLabel = field.key == "type" && !own.contains(BratFormat.labelKey)
    guard !isLabel, !own.contains(field.key), !["start", "end", "text", "places", "mentions"].contains(field.key) else {
      return leave("'\(id)' has a field '\(field.key)' already", place)
    }
    fields[id, default: []].append(field)
  }

  private mutating func take(_ columns: [String], _ place: SourceLocation) throws(AnalysisError) {
    let words = columns.count > 1 ? columns[1].split(separator: " ").map(String.init) : []
    switch columns[0].first {
    case "A", "M":
      guard words.count >= 2 else { throw broken("an attribute line is 'ID<tab>name target [value]'", place) }
      let value: JSONValue =
        words.count == 2 ? true : Int(words[2]).map { .int($0) } ?? .string(words[2...].joined(separator: " "))
      add(.init(words[0], value), to: words[1], place)
    case "R": try takeRelation(words, place)
    case "#":
      guard words.count == 2, columns.count == 3 else { return leave("a note without its target or its text", place) }
      // A note that a person wrote is kept as such.
      if let note = try? JSONValue(json: Array(columns[2].utf8)), let members = note.members {
        for member in members { add(member, to: words[1], place) }
      } else {
        add(.init("note", .string(columns[2])), to: words[1], place)
      }
    case "E": leave("events are not taken; the words that name them are", place)
    case "N": leave("links to databases are not taken", place)
    case "*": leave("sets of equal stretches are not taken", place)
    default: leave("'\(columns[0])' begins no line of brat that is taken", place)
    }
  }

  private mutating func takeRelation(_ words: [String], _ place: SourceLocation) throws(AnalysisError) {
    let ends = words.dropFirst().compactMap { $0.split(separator: ":").last.map(String.init) }
    guard words.count == 3, ends.count == 2 else {
      throw broken("a relation line is 'ID<tab>name Arg1:T1 Arg2:T2'", place)
    }
    // An event is a line that is there, though it is not taken.
    if ends.contains(where: { $0.hasPrefix("E") }) { return leave("relations of events are not taken", place) }
    guard let number = numbers[ends[1]], numbers[ends[0]] != nil else {
      throw broken("a relation line names stretches that are there, this '\(ends[0])' and '\(ends[1])'", place)
    }
    let other = stretches[number]
    let extent = (other.places.first?.lowerBound ?? 0)..<(other.places.last?.upperBound ?? 0)
    // A stretch called like the relation is there for it alone; any other is an annotation of its own as well.
    if other.label == words[0] { values.insert(other.id) }
    add(
      .init(
        words[0], ["end": .int(extent.upperBound), "start": .int(extent.lowerBound), "text": .string(text[extent])]),
      to: ends[0], place)
  }
}

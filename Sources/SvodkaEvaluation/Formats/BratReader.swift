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
  /// Fields by the stretch that they belong to, in the order of the file.
  private var fields: [String: [JSONValue.Member]] = [:]
  /// Stretches that are the value of another's field.
  private var values: Set<String> = []

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
      case "T": stretches.append(try stretch(columns, place))
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
    let covered = pieces.map { text[$0] }.joined(separator: " ")
    guard covered == columns[2] else {
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

  private mutating func take(_ columns: [String], _ place: SourceLocation) throws(AnalysisError) {
    let words = columns.count > 1 ? columns[1].split(separator: " ").map(String.init) : []
    switch columns[0].first {
    case "A", "M":
      guard words.count >= 2 else { throw broken("an attribute line is 'ID<tab>name target [value]'", place) }
      let value: JSONValue =
        words.count == 2 ? true : Int(words[2]).map { .int($0) } ?? .string(words[2...].joined(separator: " "))
      fields[words[1], default: []].append(.init(words[0], value))
    case "R":
      let ends = words.dropFirst().compactMap { $0.split(separator: ":").last.map(String.init) }
      guard words.count == 3, ends.count == 2, let other = stretches.first(where: { $0.id == ends[1] }) else {
        throw broken("a relation line is 'ID<tab>name Arg1:T1 Arg2:T2' with stretches that are there", place)
      }
      let extent = (other.places.first?.lowerBound ?? 0)..<(other.places.last?.upperBound ?? 0)
      values.insert(other.id)
      fields[ends[0], default: []].append(
        .init(
          words[0],
          ["end": .int(extent.upperBound), "start": .int(extent.lowerBound), "text": .string(text[extent])]))
    case "#":
      guard words.count == 2, columns.count == 3 else { return }
      // A note that a person wrote is kept as such.
      if let note = try? JSONValue(json: Array(columns[2].utf8)), let members = note.members {
        fields[words[1], default: []] += members
      } else {
        fields[words[1], default: []].append(.init("note", .string(columns[2])))
      }
    default: return
    }
  }
}

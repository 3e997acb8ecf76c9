/// What is measured of the lines of a page that was copied as plain text, for the line scorer: one row of numbers a line,
/// in an order that the trained weights depend on (``version``). Blank lines have no row.
struct LineFeatures {
  /// To be raised when a feature is added, dropped or changed: weights of another version do not fit.
  static let version = 2

  let table: FeatureTable
  let relations: LineRelations

  /// - Parameters:
  ///   - lines: the lines that are not blank.
  ///   - gaps: how many blank lines stand before each of them, and behind the last.
  ///   - byRule: whether the rules have dropped each of them already.
  init(lines: [PlainLine], gaps: [Int], byRule: [Bool]) {
    let shapes = lines.map { TextShape(Array($0.string.utf8)) }
    let context = LineContext(lines: lines, shapes: shapes)
    let relations = LineRelations(lines: lines, shapes: shapes, isProse: context.isProse, isDated: context.isDated)
    self.relations = relations
    let brief = lines.indices.map { i in Self.brief(lines[i], shapes[i], gaps[i]) }
    let nobody = [Float](repeating: -1, count: 7)
    table = FeatureTable(rows: lines.count) { i, row in
      row.append(Self.own(lines[i], shapes[i]))
      row.append(Float(min(gaps[i], 2)))
      row.append(Float(min(gaps[i + 1], 2)))
      row.append(byRule[i])
      row.append(context.row(i))
      relations.append(i, to: &row)
      for offset in [-3, -2, -1, 1, 2, 3] {
        row.append(brief.indices.contains(i + offset) ? brief[i + offset] : nobody)
      }
    }
  }

  private static func own(_ line: PlainLine, _ shape: TextShape) -> [Float] {
    let tabs = line.bytes.reduce(0) { $0 + ($1 == 0x09 ? 1 : 0) }
    let first = line.bytes.first { $0 > 0x20 } ?? 0x20
    let startsWithMark = first < 0x30 || (0x3A...0x40).contains(first) || (0x5B...0x60).contains(first)
    return [
      log(shape.words), share(shape.letters, shape.words), share(shape.stops, shape.words),
      share(shape.commas, shape.words), share(shape.digits, shape.letters), share(shape.capitalised, shape.words),
      shape.endsLikeSentence ? 1 : 0, shape.startsWithCapital ? 1 : 0, log(tabs), startsWithMark ? 1 : 0,
      (0x30...0x39).contains(first) ? 1 : 0, line.evidence, share(line.addressing, shape.words),
    ] + PageReading.evidence(line.matches)
  }

  /// What neighbours get to know of a line.
  private static func brief(_ line: PlainLine, _ shape: TextShape, _ gap: Int) -> [Float] {
    [
      log(shape.words), shape.endsLikeSentence ? 1 : 0, line.evidence, line.isProse ? 1 : 0,
      share(shape.capitalised, shape.words), share(shape.digits, shape.letters), Float(min(gap, 2)),
    ]
  }
}

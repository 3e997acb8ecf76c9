/// A page that was copied as plain text, and what of it is furniture, line by line.
///
/// A line is dropped when the lexicons are sure of it, or when it lies in a run of lines that together are: buttons beside
/// buttons, an appeal beside its amounts. Running prose that does not speak to the readers always breaks a run, so that
/// an article about donations keeps its paragraphs; only a letter to the readers may hold some.
struct PlainCopy {
  private let lexicon: FurnitureLexicon
  let lines: [PlainLine]
  var dropped: [Int: Furniture] = [:]
  /// The headline where it was found among the furniture of a whole page.
  var headline: String?

  init(_ text: String, lexicon: FurnitureLexicon) {
    self.lexicon = lexicon
    var lines: [PlainLine] = []
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(PlainLine(bytes[start..<end], lexicon: lexicon))
      start = end
    }
    self.lines = lines
    dropLetters()
    dropRuns()
  }

  /// The text without its furniture; as it came when there is none.
  var text: String {
    var out: [UInt8] = []
    var afterGap = false
    for (index, line) in lines.enumerated() {
      if dropped[index] != nil {
        afterGap = true
      } else if line.isBlank, afterGap {
        // One gap is left where something was dropped, the one in front of it.
        continue
      } else {
        if afterGap, !out.isEmpty, !Self.endsWithGap(out) { out.append(0x0A) }
        afterGap = false
        out.append(contentsOf: line.bytes)
      }
    }
    if afterGap { while let last = out.last, last <= 0x20 { out.removeLast() } }
    return String(decoding: out, as: UTF8.self)
  }

  /// What was dropped, in the order of the text.
  var removed: [Furniture] { dropped.keys.sorted().compactMap { dropped[$0] } }

  /// The headline: a short first line that ends unlike a sentence, with running text one or two lines below.
  var title: String? {
    if let headline { return headline }
    let kept = lines.indices.filter { dropped[$0] == nil && !lines[$0].isBlank }
    guard kept.count > 1, let first = kept.first, lines[first].words.count <= 20, lines[first].words.count > 1,
      !lines[first].isSentence, kept.dropFirst().prefix(2).contains(where: { lines[$0].isProse })
    else { return nil }
    return lines[first].string
  }

  private static func endsWithGap(_ out: [UInt8]) -> Bool {
    let tail = out.suffix(4).filter { $0 != 0x0D && $0 != 0x20 }
    return tail.count >= 2 && tail.suffix(2).allSatisfy { $0 == 0x0A }
  }

  mutating func drop(_ index: Int, else reason: String, kind: Furniture.Kind) {
    let line = lines[index]
    guard !line.isBlank else { return }
    if let match = line.matches.first, line.evidence > 0 {
      dropped[index] = Furniture(text: line.string, kind: match.kind, reason: "lexicon: \(match.entry)")
    } else {
      dropped[index] = Furniture(text: line.string, kind: kind, reason: reason)
    }
  }

  /// Letters to the readers: from where one begins to its last appeal, when enough of it is one.
  private mutating func dropLetters() {
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard lines[index].beginsLetter else { continue }
      var (last, anchors, strange, all) = (index, 0, 0, 0)
      var strangeBeforeLast = 0
      for next in index..<min(lines.count, index + 60) where !lines[next].isBlank {
        all += 1
        let line = lines[next]
        if line.evidence >= 1 || line.addressing >= 2 {
          anchors += line.evidence >= 1 ? 1 : 0
          if line.evidence >= 1 { (last, strangeBeforeLast) = (next, strange) }
        } else if line.isProse {
          strange += 1
          // Two paragraphs in a row that know nothing of the readers: the letter is over.
          if strange > max(1, anchors) { break }
        }
      }
      guard anchors >= 3, strangeBeforeLast * 3 <= anchors * 2 else { continue }
      for inside in index...last { drop(inside, else: "in a letter to the readers", kind: .donation) }
      index = last
    }
  }

  private mutating func dropRuns() {
    var run: [Int] = []
    for index in lines.indices {
      if lines[index].isBlank || dropped[index] != nil { continue }
      if lines[index].isProse, lines[index].evidence < 1 {
        dropRun(run)
        run = []
      } else {
        run.append(index)
      }
    }
    dropRun(run)
  }

  /// Drops what is sure in a run, and what lies between.
  private mutating func dropRun(_ run: [Int]) {
    var start = 0
    while start < run.count {
      guard lines[run[start]].evidence > 0 else {
        start += 1
        continue
      }
      // A stretch goes on over at most two lines that say nothing.
      var (end, silent, sum) = (start, 0, Float(0))
      for next in start..<run.count {
        let evidence = lines[run[next]].evidence
        if evidence > 0 {
          (end, silent, sum) = (next, 0, sum + evidence)
        } else if !lines[run[next]].isAmount {
          silent += 1
          if silent > 2 { break }
        }
      }
      let stretch = run[start...end]
      let sure = stretch.contains { lines[$0].isSure } || stretch.filter { lines[$0].isButton }.count > 1
      if sum >= 2, sure {
        let kind = stretch.compactMap { lines[$0].matches.first?.kind }.first ?? .other
        for index in stretch where lines[index].evidence > 0 || sum >= 4 {
          drop(index, else: "between other furniture", kind: kind)
        }
        if let last = stretch.last { dropLinks(behind: last) }
      }
      start = end + 1
    }
  }

  /// The links below "Read also": lines without a gap that end unlike sentences.
  private mutating func dropLinks(behind heading: Int) {
    guard let match = lines[heading].matches.first, match.kind == .related, match.strength == .line else { return }
    for index in (heading + 1)..<max(heading + 1, min(lines.count, heading + 9)) {
      let line = lines[index]
      guard !line.isBlank, !line.isSentence, (3...18).contains(line.words.count) else { return }
      drop(index, else: "below \"\(lines[heading].string)\"", kind: .related)
    }
  }
}

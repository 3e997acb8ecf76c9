import SvodkaKit

/// Findings of a sentence laid into lanes, so that two that overlap are both seen: the lowest lane that is free takes the next.
struct EvidenceLanes {
  /// So many lanes are drawn; what would need another shares the last.
  static let most = 4

  /// A stretch of the sentence with the lanes that cover it, the outermost first.
  struct Segment: Hashable {
    var text: String
    var lanes: [Int]
  }

  /// One lane a highlight, in their order.
  let lanes: [Int]
  /// The whole sentence, cut wherever a finding begins or ends.
  let segments: [Segment]

  /// Lays out the findings of a sentence; places outside it or inside a character are moved to the nearest that is right.
  init(_ evidence: ReportEvidence) {
    let bytes = Array(evidence.sentence.utf8)
    let spans = evidence.findings.map { highlight in
      let start = Self.boundary(highlight.span.start, in: bytes)
      return TextSpan(start, max(start, Self.boundary(highlight.span.end, in: bytes)))
    }
    var ends: [Int] = []
    var lanes = [Int](repeating: 0, count: spans.count)
    // Longer ones first of those that begin together: the shorter is then drawn inside.
    let order = spans.indices.sorted {
      (spans[$0].start, -spans[$0].end, $0) < (spans[$1].start, -spans[$1].end, $1)
    }
    for index in order {
      let free = ends.firstIndex { $0 <= spans[index].start } ?? ends.count
      let lane = min(free, Self.most - 1)
      if lane == ends.count { ends.append(0) }
      ends[lane] = max(ends[lane], spans[index].end)
      lanes[index] = lane
    }
    self.lanes = lanes
    let cuts = Set(spans.flatMap { [$0.start, $0.end] } + [0, bytes.count]).sorted()
    segments = zip(cuts, cuts.dropFirst()).map { start, end in
      let covering = Set(spans.indices.filter { spans[$0].start <= start && end <= spans[$0].end }.map { lanes[$0] })
      return Segment(text: String(decoding: bytes[start..<end], as: UTF8.self), lanes: covering.sorted(by: >))
    }
  }

  private static func boundary(_ offset: Int, in bytes: [UInt8]) -> Int {
    var offset = min(max(0, offset), bytes.count)
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}

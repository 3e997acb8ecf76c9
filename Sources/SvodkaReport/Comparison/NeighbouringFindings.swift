import SvodkaKit

/// Tells each quoted sentence what else the report has found in it.
enum NeighbouringFindings {
  private struct Place: Hashable {
    var document: String
    var offset: Int?
    var sentence: String
  }

  static func fill(_ sections: inout [ReportSection]) {
    var found: [Place: Set<ReportEvidence.Highlight>] = [:]
    for section in sections {
      for evidence in section.evidence { found[place(evidence), default: []].formUnion(evidence.findings) }
    }
    for index in sections.indices {
      sections[index].updateEvidence { evidence in
        evidence.beside = (found[place(evidence)] ?? []).subtracting(evidence.findings).sorted()
      }
    }
  }

  private static func place(_ evidence: ReportEvidence) -> Place {
    Place(document: evidence.document, offset: evidence.offset, sentence: evidence.sentence)
  }
}

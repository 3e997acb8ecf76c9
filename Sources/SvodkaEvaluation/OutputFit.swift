public import SvodkaKit

/// Whether an output was made from the texts of gold: what would otherwise show as bad figures alone.
public struct OutputFit: Sendable {
  /// The documents of gold that the output lacks.
  public private(set) var absent: [String] = []
  /// Those on which the analyzer failed.
  public private(set) var failed: [String] = []
  /// Findings whose quotation is not the text at their place: the document, and what is wrong.
  public private(set) var misquoted: [(document: String, problem: String)] = []
  private let count: Int

  /// Looks at an output.
  ///
  /// - Throws: `I112` when there is no gold, `I114` when the output has none of its documents.
  public init(gold: [GoldDocument], found: [FoundDocument], path: String) throws(AnalysisError) {
    guard !gold.isEmpty else { throw AnalysisError(.badGold, "there is no document of gold: give it rows") }
    let byID = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    count = gold.count
    for document in gold {
      guard let output = byID[document.id] else {
        absent.append(document.id)
        continue
      }
      if output.isFailed { failed.append(document.id) }
      let text = ScalarText(document.text)
      for record in output.records {
        guard let problem = Self.problem(record, in: text) else { continue }
        misquoted.append((document.id, problem))
      }
    }
    if absent.count == count {
      let first = found.first.map { ", it begins with '\($0.id)'" } ?? ": it is empty"
      throw AnalysisError(
        .foreignOutput,
        "the output has none of the \(count) documents of gold (the first is '\(gold[0].id)')\(first)",
        location: .init(path: path))
    }
  }

  private static func problem(_ record: Record, in text: ScalarText) -> String? {
    guard let place = record.place else { return nil }
    guard place.upperBound <= text.count else {
      return "\(place.lowerBound)..<\(place.upperBound) lies outside the text of \(text.count) characters"
    }
    guard !record.quote.isEmpty, !text[place].unicodeScalars.elementsEqual(record.quote.unicodeScalars) else {
      return nil
    }
    return "at \(place.lowerBound)..<\(place.upperBound) stands «\(text[place])», not «\(record.quote)»"
  }

  /// What a user should know before the figures are believed, one line each; empty when all fits.
  public var warnings: [String] {
    var lines: [String] = []
    if !absent.isEmpty {
      lines.append(
        "\(absent.count) of \(count) documents of gold are not in the output, first '\(absent[0])': their gold counts as missed"
      )
    }
    if !failed.isEmpty {
      lines.append(
        "the analyzer failed on \(failed.count) of \(count) documents, first '\(failed[0])': their gold counts as missed"
      )
    }
    if let first = misquoted.first {
      lines.append(
        "\(misquoted.count) findings quote what is not at their place, first in '\(first.document)': \(first.problem); offsets count Unicode scalars of the gold's text"
      )
    }
    return lines
  }
}

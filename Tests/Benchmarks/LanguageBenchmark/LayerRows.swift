import Foundation
import SvodkaKit
import SvodkaLanguage

/// The layers of texts as JSON Lines, as `parity.py` compares them.
enum LayerRows {
  /// Writes a row for each text to standard output. Spans count Unicode scalars.
  static func write(_ texts: [String], language: String) async throws {
    let annotator = try LanguageBenchmark.annotator(language)
    for string in texts {
      let text = DocumentText(string)
      let made = try await LanguageBenchmark.annotate(annotator, text, LanguageBenchmark.all, language: language)
      let offsets = ScalarOffsets(text)
      func pair(_ span: TextSpan) -> [Int] { [offsets.scalar(atByte: span.start), offsets.scalar(atByte: span.end)] }
      let row: [String: Any] = [
        "text": string,
        "tokens": (made[Tokens.layer] ?? []).map { pair($0.span) },
        "sentences": (made[Sentences.layer] ?? []).map { pair($0.span) },
        "mentions": (made[Mentions.fromModel] ?? []).map { pair($0.span) + [$0.type.rawValue] as [Any] },
        "confidence": (made[Mentions.fromModel] ?? []).map(\.confidence),
        "tags": (made[Morphology.layer] ?? []).map { $0.features.isEmpty ? $0.tag : "\($0.tag)|\($0.features)" },
        "native": (made[Morphology.layer] ?? []).map { $0.native ?? $0.tag },
        "lemmas": made[Lemmas.layer] ?? [],
        "heads": (made[Dependencies.layer] ?? []).map(\.head),
        "relations": (made[Dependencies.layer] ?? []).map { $0.native ?? $0.relation },
      ]
      let json = try JSONSerialization.data(withJSONObject: row, options: [.sortedKeys])
      FileHandle.standardOutput.write(json + Data("\n".utf8))
    }
  }
}

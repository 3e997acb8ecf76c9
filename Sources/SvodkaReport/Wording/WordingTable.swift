import SvodkaKit
import SvodkaResources
import SvodkaText

/// The words of one owner in one language.
struct WordingTable: Sendable {
  /// A text, or its forms by plural category.
  struct Entry: Decodable, Sendable {
    private var forms: [String: String]

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        forms = [NumberWording.Category.other.rawValue: text]
        return
      }
      forms = try [String: String](from: decoder)
      let known = NumberWording.Category.allCases.map(\.rawValue)
      guard forms["other"] != nil, forms.keys.allSatisfy(known.contains) else {
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: decoder.codingPath,
            debugDescription: "expected a text, or forms under \(known.joined(separator: ", ")) with 'other' among them"
          ))
      }
    }

    func form(_ category: NumberWording.Category) -> String { forms[category.rawValue] ?? forms["other"] ?? "" }
    /// Every form, for tests.
    var all: [String: String] { forms }
  }

  private var entries: [String: Entry] = [:]

  init() {}

  init(
    folder: String, owner: String, language: String, resources: any ResourceProvider
  ) throws(AnalysisError) {
    entries = try resources.decode([String: Entry].self, from: "\(folder)/report.\(language).yaml", of: owner)
  }

  subscript(_ key: String) -> Entry? { entries[key] }
  var keys: Set<String> { Set(entries.keys) }
}

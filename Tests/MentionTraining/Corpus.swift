import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaResources

/// A text with its gold, as the classifier sees it.
struct Lesson {
  let id: String
  /// Documents of one group are never divided between folds.
  let group: String
  let text: DocumentText
  let tokens: [Token]
  let traits: TokenTraits
  let gold: Set<Name>
  /// What is found with nothing learned.
  let before: Set<Name>
  /// By token.
  let labels: [Int]
}

/// A name as it is compared: where it stands, in bytes, and its type.
struct Name: Hashable {
  var span: TextSpan
  var type: EntityType
}

struct Corpus {
  let name: String
  let lessons: [Lesson]

  private struct Row: Decodable {
    struct Entity: Decodable {
      var start: Int?
      var end: Int?
      var text: String?
      var type: String
    }
    var id: String
    var text: String
    var lang: String?
    var entities: [Entity]?
  }

  static func read(_ files: [String]) async throws -> [Corpus] {
    let annotation = try Annotation()
    var corpora: [Corpus] = []
    for file in files {
      let name = (file.split(separator: "/").last.map(String.init) ?? file).replacing(".jsonl", with: "")
      let language = String(name.split(separator: ".").last ?? "en")
      let rows = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map {
        try JSONDecoder().decode(Row.self, from: Data($0.utf8))
      }
      var lessons: [Lesson] = []
      for (number, row) in rows.enumerated() {
        lessons.append(
          try await lesson(row, language: row.lang ?? language, group: group(of: row.id, number, name), annotation))
      }
      corpora.append(Corpus(name: name, lessons: lessons))
    }
    return corpora
  }

  /// Sentences of one document have its id and a number; where all rows have one stem, sixty in a row are taken for a document.
  private static func group(of id: String, _ number: Int, _ corpus: String) -> String {
    guard let hyphen = id.lastIndex(of: "-"), id[id.index(after: hyphen)...].allSatisfy(\.isNumber) else {
      return corpus + id
    }
    let stem = String(id[..<hyphen])
    return corpus.contains(stem) ? "\(corpus) \(number / 60)" : corpus + stem
  }

  private static func lesson(
    _ row: Row, language: String, group: String, _ annotation: Annotation
  ) async throws -> Lesson {
    let text = DocumentText(row.text)
    // Byte offsets of scalars.
    var offsets: [Int] = []
    var at = 0
    for scalar in row.text.unicodeScalars {
      offsets.append(at)
      at += String(scalar).utf8.count
    }
    offsets.append(at)
    var from = 0
    let gold = Set(
      (row.entities ?? []).compactMap { entity -> Name? in
        guard let type = EntityType(rawValue: entity.type) else { return nil }
        if let start = entity.start, let end = entity.end ?? entity.text.map({ start + $0.unicodeScalars.count }) {
          return Name(span: TextSpan(offsets[start], offsets[end]), type: type)
        }
        guard let words = entity.text,
          let found = text.bytes[from...].firstRange(of: Array(words.utf8))
            ?? text.bytes.firstRange(of: Array(words.utf8))
        else { return nil }
        from = found.lowerBound + 1
        return Name(span: TextSpan(found.lowerBound, found.upperBound), type: type)
      })
    let (layers, traits, names) = try await annotation.read(text, id: row.id, language: language)
    let tokens = layers[Tokens.layer] ?? []
    var labels = [Int](repeating: MentionLabel.none, count: tokens.count)
    for name in gold {
      let covered = tokens.indices.filter {
        tokens[$0].span.start < name.span.end && name.span.start < tokens[$0].span.end
      }
      for i in covered {
        labels[i] = i == covered.first ? MentionLabel.begin(name.type) : MentionLabel.inside(name.type)
      }
    }
    return Lesson(
      id: row.id, group: group, text: text, tokens: tokens, traits: traits, gold: gold,
      before: Set(names.map { Name(span: $0.span, type: $0.type) }), labels: labels)
  }
}

/// The steps that make what the classifier sees.
struct Annotation {
  private let slovnet: SlovnetAnnotator
  private let spacy: SpacyAnnotator
  private let segmentation: SegmentationAnnotator
  private let names: RuleNamesAnnotator

  init() throws {
    let resources = ResourceLoader()
    slovnet = try SlovnetAnnotator(resources: resources, store: ModelStore())
    guard
      let pipeline = SpacyPipeline.all.first(where: {
        $0.name == ProcessInfo.processInfo.environment["SVODKA_PIPELINE"] ?? "en-spacy-md"
      })
    else { fail("there is no such pipeline") }
    spacy = try SpacyAnnotator(pipeline, resources: resources, store: ModelStore())
    segmentation = SegmentationAnnotator(resources: resources)
    names = RuleNamesAnnotator(resources: resources)
  }

  func read(
    _ text: DocumentText, id: String, language: String
  ) async throws -> (Layers, TokenTraits, [Mention]) {
    let document = Document(id: id, text: text, language: language)
    var layers = Layers()
    func view(_ requirements: Requirements) -> DocumentView {
      DocumentView(document, layers: layers, declared: requirements.layers + requirements.optional, to: "training")
    }
    let wanted: Set = [Mentions.fromModel.id, ModelReadings.layer.id]
    if language == "ru" {
      layers.add(try await slovnet.annotate(view(slovnet.requirements), wanting: wanted))
    } else {
      layers.add(
        try await segmentation.annotate(
          view(segmentation.requirements), wanting: [Tokens.layer.id, Sentences.layer.id]))
      layers.add(try await spacy.annotate(view(spacy.requirements), wanting: wanted))
    }
    guard let lesson = try names.lesson(view(names.requirements)) else {
      fail("the model of '\(language)' is not installed")
    }
    return (layers, lesson.traits, lesson.names)
  }
}

import Foundation
import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaLanguage

/// Sentences of our own with the answers of natasha 1.6 and pymorphy3 2.0.
struct SlovnetReference: Decodable, CustomTestStringConvertible {
  var text: String
  var tokens: [String]
  var sentences: [String]
  var names: [String]
  var tags: [String]
  var lemmas: [String]
  var heads: [Int]
  var relations: [String]

  var testDescription: String { text }

  static let all: [SlovnetReference] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/slovnet.ru.jsonl")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.compactMap { try? JSONDecoder().decode(SlovnetReference.self, from: Data($0.utf8)) }
  }()
}

@Suite(
  "Slovnet's models answer as natasha does",
  .enabled(if: SlovnetAnnotator.isInstalled(in: ModelStore()), "the models are missing: svodka models install ru"))
struct SlovnetTests {
  private static let annotator = Result {
    try SlovnetAnnotator(resources: ResourceLoader(), store: ModelStore())
  }
  private static let all: Set<LayerID> = [
    Mentions.fromModel.id, Morphology.layer.id, Lemmas.layer.id, Dependencies.layer.id,
  ]

  private func annotate(
    _ text: DocumentText, _ layers: Set<LayerID> = all, with annotator: SlovnetAnnotator? = nil
  ) async throws -> Layers {
    let document = Document(id: "d", text: text, language: "ru")
    let view = DocumentView(document, layers: Layers(), declared: [AnyLayer(Reading.layer)], to: "test")
    return try await (annotator ?? Self.annotator.get()).annotate(view, wanting: layers)
  }

  @Test("the reference is there")
  func fixture() { #expect(SlovnetReference.all.count >= 40) }

  @Test("tokens, names, tags, lemmas and heads are the reference's", arguments: SlovnetReference.all)
  func agrees(reference: SlovnetReference) async throws {
    let text = DocumentText(reference.text)
    let made = try await annotate(text)
    #expect(made[Tokens.layer]?.map { text[$0.span] } == reference.tokens)
    #expect(made[Sentences.layer]?.map { text[$0.span] } == reference.sentences)
    #expect(made[Mentions.fromModel]?.map { "\(text[$0.span]) \($0.type.rawValue)" } == reference.names)
    #expect(
      made[Morphology.layer]?.map { $0.features.isEmpty ? $0.tag : "\($0.tag)|\($0.features)" } == reference.tags)
    #expect(made[Lemmas.layer] == reference.lemmas)
    #expect(made[Dependencies.layer]?.map(\.head) == reference.heads)
    #expect(made[Dependencies.layer]?.map(\.relation) == reference.relations)
  }

  @Test("only what is wanted is made")
  func onlyWanted() async throws {
    let names = try await annotate("Андрей Иванов уехал.", [Mentions.fromModel.id])
    #expect(names[Mentions.fromModel]?.count == 1)
    #expect(names[Morphology.layer] == nil && names[Lemmas.layer] == nil && names[Dependencies.layer] == nil)
    let none = try await annotate("Андрей Иванов уехал.", [])
    #expect(none[Tokens.layer]?.count == 4 && none[Mentions.fromModel] == nil)
  }

  @Test("every build of the kernel gives the same labels", arguments: PackedMatrixTests.usable)
  func sameLabels(kernel: MatrixKernel) async throws {
    let other = try SlovnetAnnotator(resources: ResourceLoader(), store: ModelStore(), kernel: kernel)
    let text = DocumentText(SlovnetReference.all.prefix(8).map(\.text).joined(separator: "\n"))
    let (one, two) = (try await annotate(text), try await annotate(text, with: other))
    #expect(one[Mentions.fromModel]?.map(\.span) == two[Mentions.fromModel]?.map(\.span))
    #expect(one[Morphology.layer] == two[Morphology.layer])
    #expect(one[Dependencies.layer] == two[Dependencies.layer])
  }

  @Test("many tasks on one annotator get the same bytes")
  func concurrency() async throws {
    let texts = SlovnetReference.all.map { DocumentText($0.text) }
    let fresh = try SlovnetAnnotator(resources: ResourceLoader(), store: ModelStore())
    var alone: [[Mention]] = []
    for text in texts { alone.append(try await annotate(text, [Mentions.fromModel.id])[Mentions.fromModel] ?? []) }
    try await withThrowingTaskGroup(of: (Int, [Mention]).self) { group in
      for round in 0..<4 {
        for number in texts.indices {
          let place = (number * 7 + round) % texts.count
          group.addTask {
            (place, try await annotate(texts[place], [Mentions.fromModel.id], with: fresh)[Mentions.fromModel] ?? [])
          }
        }
      }
      for try await (place, mentions) in group { #expect(mentions == alone[place]) }
    }
  }

  @Test("a block's border changes nothing")
  func blocks() async throws {
    let sentence = SlovnetReference.all[0]
    let count = 3 * SlovnetEncoder.block / sentence.tokens.count
    let text = DocumentText(Array(repeating: sentence.text, count: count).joined(separator: "\n"))
    let made = try await annotate(text)
    let tags = try #require(made[Morphology.layer])
    let heads = try #require(made[Dependencies.layer])
    for (number, first) in stride(from: 0, to: tags.count, by: sentence.tokens.count).enumerated() {
      let range = first..<(first + sentence.tokens.count)
      #expect(tags[range].map(\.tag) == tags[0..<sentence.tokens.count].map(\.tag), "sentence \(number)")
      #expect(heads[range].map { $0.head < 0 ? -1 : $0.head - first } == sentence.heads, "sentence \(number)")
    }
  }

  @Test(
    "odd texts are no trouble",
    arguments: [
      "", " \n\t ", "...", "🙂🙃 👩‍👩‍👧", "12 345,67 / 8 = ?", "日本語のテキスト", "Plain English text only.", "\u{301}\u{308}",
    ] + RazdelTests.odd)
  func oddTexts(text: String) async throws {
    let made = try await annotate(DocumentText(text))
    let count = try #require(made[Tokens.layer]).count
    #expect(made[Morphology.layer]?.count == count && made[Lemmas.layer]?.count == count)
    let dependencies = try #require(made[Dependencies.layer])
    #expect(dependencies.count == count)
    for dependency in dependencies { #expect((-1..<count).contains(dependency.head)) }
  }

  @Test("a sentence of thousands of tokens is parsed, its heads inside it")
  func longSentence() async throws {
    let text = DocumentText(Array(repeating: "и город", count: 2600).joined(separator: " "))
    let made = try await annotate(text)
    #expect(made[Sentences.layer]?.count == 1)
    #expect(made[Dependencies.layer]?.count == 5200)
  }

  @Test("confidence is a probability")
  func confidence() async throws {
    let mentions = try #require(try await annotate("Иван Петров и Мария Белова живут в Москве.")[Mentions.fromModel])
    #expect(mentions.count == 3)
    for mention in mentions {
      #expect(mention.confidence > 0.5 && mention.confidence <= 1 && mention.rule == "slovnet")
    }
  }
}

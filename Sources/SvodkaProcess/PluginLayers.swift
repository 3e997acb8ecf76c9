import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// The layers that a plugin can ask for, and how each is written for it: offsets in Unicode scalars, indices into other layers.
public enum PluginLayers {
  /// A layer as plugins know it.
  struct Row: Sendable {
    let layer: AnyLayer
    let fields: String
    let write: @Sendable (DocumentView, ScalarOffsets) throws(AnalysisError) -> JSONValue?
  }

  /// Names of the layers with the fields of their rows.
  public static var known: [(name: String, fields: String)] { all.map { ($0.layer.id.name, $0.fields) } }

  static func row(_ name: String) -> Row? { all.first { $0.layer.id.name == name } }

  static let all: [Row] = [
    row(Tokens.layer, "start, end, text, kind, shape, key") { token, text, offsets in
      span(token.span, text, offsets) + [
        .init("kind", .string("\(token.kind)")), .init("shape", .string("\(token.shape)")),
        .init("key", .string(token.key)),
      ]
    },
    row(Sentences.layer, "start, end, text, tokens, paragraph") { sentence, text, offsets in
      span(sentence.span, text, offsets) + [
        .init("tokens", range(sentence.tokens)), .init("paragraph", .int(sentence.paragraph)),
      ]
    },
    row(Lemmas.layer, "lemma") { lemma, _, _ in [.init("lemma", .string(lemma))] },
    row(Morphology.layer, "tag, features, native") { morph, _, _ in
      [
        .init("tag", .string(morph.tag)), .init("features", .string(morph.features)),
        .init("native", .optional(morph.native)),
      ]
    },
    row(Dependencies.layer, "head, relation, native") { dependency, _, _ in
      [
        .init("head", .int(dependency.head)), .init("relation", .string(dependency.relation)),
        .init("native", .optional(dependency.native)),
      ]
    },
    row(Mentions.layer, "start, end, text, tokens, type, confidence") { mention, text, offsets in
      span(mention.span, text, offsets) + [
        .init("tokens", range(mention.tokens)), .init("type", .string(mention.type.rawValue)),
        .init("confidence", .double(mention.confidence)),
      ]
    },
    row(Entities.layer, "id, name, type, mentions") { entity, _, _ in
      [
        .init("id", .string(entity.id)), .init("name", .string(entity.name)),
        .init("type", .string(entity.type.rawValue)), .init("mentions", .array(entity.mentions.map { .int($0) })),
      ]
    },
    row(Attributions.layer, "kind, source, cue, content, quotation, mention, sentence") { said, text, offsets in
      [
        .init("kind", .string(said.kind.rawValue)), .init("source", .object(span(said.source, text, offsets))),
        .init("cue", .object(span(said.cue, text, offsets))),
        .init("content", .object(span(said.content, text, offsets))), .init("quotation", .bool(said.isQuotation)),
        .init("mention", said.mention.map { .int($0) } ?? .null), .init("sentence", .int(said.sentence)),
      ]
    },
  ]

  private static func row<Element: Sendable>(
    _ layer: Layer<[Element]>, _ fields: String,
    _ members: @escaping @Sendable (Element, DocumentText, ScalarOffsets) -> [JSONValue.Member]
  ) -> Row {
    Row(layer: AnyLayer(layer), fields: fields) { (document, offsets) throws(AnalysisError) in
      try document.optional(layer).map { elements in
        .array(elements.map { .object(members($0, document.text, offsets)) })
      }
    }
  }

  private static func span(_ span: TextSpan, _ text: DocumentText, _ offsets: ScalarOffsets) -> [JSONValue.Member] {
    [
      .init("start", .int(offsets.scalar(atByte: span.start))), .init("end", .int(offsets.scalar(atByte: span.end))),
      .init("text", .string(text[span])),
    ]
  }

  private static func range(_ range: Range<Int>) -> JSONValue { [.int(range.lowerBound), .int(range.upperBound)] }
}

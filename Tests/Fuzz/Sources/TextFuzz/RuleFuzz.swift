import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaResources
import SvodkaRules
import Synchronization

/// Bytes as an analyzer's file: an analyzer or an error with a place; what the analyzer finds lies in the text.
struct AnalyzerFuzz: FuzzTarget {
  private let text = RuleFuzzText()

  func run(_ bytes: [UInt8]) {
    guard let root = try? YAMLReader().read(bytes, file: "fuzz.yaml") else { return }
    do throws(AnalysisError) {
      text.check(try RuleAnalyzer(StepFile(path: "/nowhere/fuzz.yaml", root: root)))
    } catch {
      precondition(error.location != nil, "\(error)")
    }
  }
}

/// Bytes as a dictionary of another program, in a format that the first of them chooses.
struct DictionaryFuzz: FuzzTarget {
  private static let formats = ["liwc", "yoshikoder", "quanteda"]
  private let text = RuleFuzzText()

  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let path = "/tmp/svodka-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes.dropFirst())) else { return }
    defer { try? FileManager.default.removeItem(atPath: path) }
    let format = Self.formats[Int(first) % Self.formats.count]
    let rules = "{kind: lexicon, name: a, dictionary: {file: \(path), format: \(format)}}"
    guard let root = try? YAMLReader().read(Array(rules.utf8), file: "fuzz.yaml"),
      let analyzer = try? RuleAnalyzer(StepFile(path: "/fuzz.yaml", root: root))
    else { return }
    text.check(analyzer)
  }
}

/// A text with all layers that rules may ask for, made up.
struct RuleFuzzText: Sendable {
  private let document = Document(
    id: "a", text: "Oil war? A * b, a b c and a a b. Анна Берг сказала: «да».", language: "en")
  private let layers: Layers

  init() {
    var layers = Layers()
    let text = document.text
    let tokens = (try? Tokenizer(language: "en").tokens(in: text, within: text.span)) ?? []
    layers[Tokens.layer] = tokens
    let half = tokens.count / 2
    layers[Sentences.layer] = [0..<half, half..<tokens.count].filter { !$0.isEmpty }.map { range in
      Sentence(
        span: TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end), tokens: range,
        paragraph: 0)
    }
    layers[Lemmas.layer] = tokens.map(\.key)
    layers[Morphology.layer] = tokens.map { Morph(tag: $0.kind == .word ? "NOUN" : "PUNCT", features: "Case=Nom") }
    layers[Dependencies.layer] = tokens.indices.map { index in
      let first = index < half ? 0 : half
      return Dependency(head: index == first ? -1 : index - 1, relation: index == first ? "root" : "nsubj:pass")
    }
    layers[Mentions.layer] = tokens.indices.filter { tokens[$0].shape == .title }.map { index in
      Mention(span: tokens[index].span, tokens: index..<(index + 1), type: .person, confidence: 1, rule: "fuzz")
    }
    self.layers = layers
  }

  /// What is found lies where it says.
  func check(_ analyzer: RuleAnalyzer) {
    let view = DocumentView(document, layers: layers, declared: analyzer.requirements.declared, to: "fuzz")
    let findings = (try? Blocking.value { try await analyzer.analyze(view) }) ?? []
    for finding in findings {
      precondition(document.text[finding.evidence.span] == finding.evidence.text)
      precondition(finding.captures.allSatisfy { document.text[$0.text.span] == $0.text.text })
      precondition(finding.sentence.span.contains(finding.evidence.span))
    }
  }
}

/// Waits for what is asynchronous: libFuzzer calls no asynchronous function.
private enum Blocking {
  private final class Slot<Value: Sendable>: Sendable {
    let value = Mutex<Result<Value, any Error>?>(nil)
  }

  static func value<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) throws -> Value? {
    let slot = Slot<Value>()
    let done = DispatchSemaphore(value: 0)
    Task {
      let result: Result<Value, any Error>
      do { result = .success(try await work()) } catch { result = .failure(error) }
      slot.value.withLock { $0 = result }
      done.signal()
    }
    done.wait()
    return try slot.value.withLock { $0 }?.get()
  }
}

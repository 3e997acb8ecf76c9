import SvodkaKit

/// The tables of a rule lemmatizer as a pack holds them: words by spaCy's number, sorted.
///
/// A table of words has the sections `NAME.keys` and, where a word has values, `NAME.starts` and `NAME.text`; the values of a word
/// are divided by line feeds. `lemmas.rules.TAG` has endings and what to put for them, in turn.
enum SpacyLemmaTables {
  /// Adds the tables of the file `lemmatizer/lookups/lookups.bin` to a pack.
  ///
  /// - Throws: `R103` when the file is not what it should be.
  static func add(_ file: [UInt8], to pack: inout ModelPackWriter) throws(AnalysisError) {
    let root = try MessagePackValue(file, name: "lemmatizer/lookups/lookups.bin")
    for entry in root.map ?? [] {
      guard let name = entry.key.string, let table = entry.value.map else { throw broken }
      switch name {
      case "lemma_lookup":
        var rows: [(key: UInt64, values: [String])] = []
        for row in table {
          guard let key = row.key.hash else { throw broken }
          rows.append((key, row.value.string.map { [$0] } ?? (row.value.array ?? []).compactMap(\.string)))
        }
        add("lemmas.lookup", rows, &pack)
      case "lemma_rules":
        for part in table {
          guard let tag = part.key.hash, let rules = part.value.array else { throw broken }
          let ends = rules.flatMap { ($0.array ?? []).compactMap(\.string) }
          guard ends.count == rules.count * 2 else { throw broken }
          pack.add("lemmas.rules.\(section(of: tag))", lines: ends)
        }
      case "lemma_exc", "lemma_index":
        let isIndex = name == "lemma_index"
        for part in table {
          guard let tag = part.key.hash else { throw broken }
          let rows = try isIndex ? index(part.value) : exceptions(part.value)
          add((isIndex ? "lemmas.index." : "lemmas.exc.") + section(of: tag), rows, &pack)
        }
      default: continue
      }
    }
  }

  private static func index(_ value: MessagePackValue) throws(AnalysisError) -> [(key: UInt64, values: [String])] {
    guard let words = value.array else { throw broken }
    return words.compactMap { $0.string.map { (hash($0), []) } }
  }

  private static func exceptions(
    _ value: MessagePackValue
  ) throws(AnalysisError) -> [(key: UInt64, values: [String])] {
    guard let rows = value.map else { throw broken }
    return rows.compactMap { row in
      row.key.string.map { (hash($0), (row.value.array ?? []).compactMap(\.string)) }
    }
  }

  private static func add(
    _ name: String, _ rows: [(key: UInt64, values: [String])], _ pack: inout ModelPackWriter
  ) {
    // Of a word that comes twice the last row counts, as in a dictionary.
    let latest = Dictionary(rows.map { ($0.key, $0.values) }, uniquingKeysWith: { _, last in last })
    let sorted = latest.sorted { $0.key < $1.key }
    pack.add(name + ".keys", numbers: sorted.map(\.key))
    guard sorted.contains(where: { !$0.value.isEmpty }) else { return }
    var starts: [UInt32] = [0]
    var text: [UInt8] = []
    for row in sorted {
      text += Array(row.value.joined(separator: "\n").utf8)
      starts.append(UInt32(text.count))
    }
    pack.add(name + ".starts", numbers: starts)
    pack.add(name + ".text", text)
  }

  /// How the names of sections name a part of speech: by spaCy's number of its word in lower case.
  static func section(of tag: UInt64) -> String { String(tag, radix: 16) }

  static func hash(_ word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { SpacyStrings.hash(UnsafeRawBufferPointer($0)) }
  }

  private static var broken: AnalysisError {
    AnalysisError(.brokenModel, "the file 'lemmatizer/lookups/lookups.bin' of the model holds no tables of lemmas")
  }
}

/// A table of words of a pack.
struct SpacyLemmaTable: Sendable {
  // Sections of a pack lie in memory as long as the pack lives, which whoever holds this table holds too.
  private nonisolated(unsafe) let keys: UnsafeBufferPointer<UInt64>
  private nonisolated(unsafe) let starts: UnsafeBufferPointer<UInt32>
  private nonisolated(unsafe) let text: UnsafeRawBufferPointer

  /// - Returns: nil when the pack has no such table.
  /// - Throws: `R103` for a table that is broken.
  init?(_ name: String, of pack: ModelPack) throws(AnalysisError) {
    let names = pack.names
    guard names.contains(name + ".keys") else { return nil }
    keys = try pack.array(name + ".keys", of: UInt64.self)
    guard names.contains(name + ".starts") else {
      starts = UnsafeBufferPointer(start: nil, count: 0)
      text = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    starts = try pack.array(name + ".starts", of: UInt32.self, count: keys.count + 1)
    text = try pack.bytes(name + ".text")
    guard Int(starts[keys.count]) == text.count else {
      throw ModelPack.refused(pack.path, "a table of lemmas is broken")
    }
  }

  var isEmpty: Bool { keys.isEmpty }

  func contains(_ key: UInt64) -> Bool { place(of: key) != nil }

  /// The values of a word; none for a word that is not there.
  func values(of key: UInt64) -> [String] {
    guard let place = place(of: key), !starts.isEmpty, starts[place] < starts[place + 1] else { return [] }
    return String(decoding: text[Int(starts[place])..<Int(starts[place + 1])], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func place(of key: UInt64) -> Int? {
    let place = keys.firstPlace { $0 >= key }
    return place < keys.count && keys[place] == key ? place : nil
  }
}

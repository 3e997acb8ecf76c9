import CSvodkaKernel
import Foundation
import SvodkaKit
import Testing

@testable import SvodkaLanguage

@Suite("Parts of the Slovnet engine, without its models")
struct SlovnetPartsTests {
  private func pack(_ fill: (inout ModelPackWriter) throws -> Void) throws -> ModelPack {
    let path = NSTemporaryDirectory() + "svodka-\(UUID().uuidString).pack"
    var writer = ModelPackWriter()
    try fill(&writer)
    try writer.write(to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try ModelPack(path: path)
  }

  @Test("a vocabulary finds each of its words and no other")
  func words() throws {
    let words = (0..<500).map { "слово\($0)" } + ["a", "", "мир"]
    let pack = try pack {
      try WordTable.add(Array(words.joined(separator: "\n").utf8), count: words.count, to: &$0, path: "test")
    }
    let table = try WordTable(pack)
    func number(_ word: String) -> Int? { Array(word.utf8).withUnsafeBytes { table.number(of: $0) } }
    for (place, word) in words.enumerated() { #expect(number(word) == place) }
    for word in ["слово", "слово500", "мира", "b"] { #expect(number(word) == nil) }
  }

  @Test(
    "shapes",
    arguments: [
      ("Москва", "RU_Xx"), ("МИД", "RU_XX"), ("мир", "RU_xx"), ("Я", "RU_X"), ("и", "RU_x"), ("Нью-Йорк", "RU_Xx-Xx"),
      ("МихАил", "RU_OTHER"), ("Ростов-на-Дону", "RU_OTHER"), ("СИЗО-6", "RU_XX"), ("London", "EN_Xx"),
      ("iPhone", "EN_OTHER"), ("2011-2020", "NUM"), ("-5", "NUM"), (",", "PUNCT_,"), ("...", "PUNCT_OTHER"),
      ("€", "OTHER"), ("日本", "OTHER"), ("ё", "RU_x"), ("Ё", "RU_X"), ("Интернет-портал", "RU_Xx"),
    ])
  func shapes(word: String, expected: String) throws {
    let outlines = ["X", "x", "XX", "xx", "Xx", "Xx-Xx", "OTHER"]
    let vocabulary =
      ["<pad>"] + outlines.map { "RU_\($0)" } + outlines.map { "EN_\($0)" }
      + ["PUNCT_,", "PUNCT_.", "PUNCT_-", "PUNCT_OTHER", "NUM", "OTHER"]
    let shapes = try SlovnetShapes(vocabulary, path: "test")
    var lower: [UInt8] = []
    let classes = ScalarClasses(marks: ",.-")
    let shape = Array(word.utf8).withUnsafeBufferPointer { shapes.shape(of: $0, classes: classes, lower: &lower) }
    #expect(vocabulary[Int(shape)] == expected)
    #expect(String(decoding: lower, as: UTF8.self) == word.lowercased())
  }

  @Test("a vocabulary of shapes that lacks one is refused")
  func missingShape() { #expect(throws: AnalysisError.self) { try SlovnetShapes(["NUM"], path: "test") } }

  @Test("the cache gives each form its own row, however often generations change")
  func cache() {
    let cache = FormCache(forms: 100, rowLength: 4, capacity: 8)
    var computed = 0
    for round in 0..<50 {
      let forms = (0..<8).map { Int32(($0 * $0 + round * 3) % 40) } as [Int32]
      var asked = forms
      asked[round % 8] = -1
      var pointers = [UnsafePointer<Float>?](repeating: nil, count: 8)
      pointers.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        let kept = cache.point(to: asked[...], base) { missing, rows in
          #expect(Set(missing).count == missing.count)
          computed += missing.count
          for (row, form) in missing.enumerated() {
            for column in 0..<4 { rows[row * 4 + column] = Float(form) * 10 + Float(column) }
          }
        }
        withExtendedLifetime(kept) {
          for (place, form) in asked.enumerated() {
            #expect((base[place] == nil) == (form < 0))
            if let row = base[place] { #expect(row[0] == Float(form) * 10 && row[3] == Float(form) * 10 + 3) }
          }
        }
      }
    }
    #expect(computed < 50 * 7, "nothing was ever found again")
  }

  @Test("the best path is the best of all paths")
  func bestPath() {
    let (rows, tags) = (5, 3)
    let emissions = PackedMatrixTests.numbers(rows * tags, seed: 21)
    let transitions = PackedMatrixTests.numbers(tags * tags, seed: 22)
    var best: (score: Float, path: [Int]) = (-.infinity, [])
    for number in 0..<243 {
      let path = (0..<rows).map { number / [1, 3, 9, 27, 81][$0] % tags }
      var score = emissions[path[0]]
      for row in 1..<rows { score += transitions[path[row - 1] * tags + path[row]] + emissions[row * tags + path[row]] }
      if score > best.score { best = (score, path) }
    }
    var history = [UInt8](repeating: 0, count: rows * tags)
    var path = [UInt8](repeating: 0, count: rows)
    svodka_best_path(emissions, Int64(rows), Int64(tags), transitions, &history, &path)
    #expect(path.map(Int.init) == best.path)
  }

  @Test("the best column, the sums of rows and the dot products", arguments: PackedMatrixTests.usable)
  func rows(kernel: MatrixKernel) {
    let (rows, columns) = (3, 37)
    let a = PackedMatrixTests.numbers(rows * columns, seed: 5)
    var best = [Int32](repeating: -1, count: rows)
    svodka_best_columns(kernel.rawValue, a, Int64(columns), Int64(rows), Int64(columns), &best)
    for row in 0..<rows {
      let values = a[(row * columns)..<((row + 1) * columns)]
      #expect(Int(best[row]) == values.firstIndex(of: values.max() ?? 0).map { $0 - row * columns })
    }
    var dots = [Float](repeating: 0, count: rows)
    svodka_dots(kernel.rawValue, a, a, Int64(rows), Int64(columns), &dots)
    let expected = (0..<rows).map { row in (0..<columns).reduce(Float(0)) { $0 + a[row * columns + $1] * a[$1] } }
    for (found, wanted) in zip(dots, expected) { #expect(abs(found - wanted) < 1e-4) }
    a.withUnsafeBufferPointer { buffer in
      let parts = [buffer.baseAddress, nil, buffer.baseAddress.map { $0 + columns }]
      var sums = [Float](repeating: 0, count: columns)
      var none = svodka_epilogue(bias: nil, relu: 0, scale: nil, shift: nil)
      svodka_sum_rows(kernel.rawValue, parts, 3, 1, Int64(columns), &sums, Int64(columns), &none)
      for column in 0..<columns { #expect(sums[column] == a[column] + a[columns + column]) }
    }
  }

  @Test("sentences that are too long for the parser come in parts")
  func sequence() {
    let forms = (0..<7).map { SlovnetForm(word: Int32($0), shape: 0) }
    let sentences = [
      Sentence(span: TextSpan(0, 1), tokens: 0..<5, paragraph: 0),
      Sentence(span: TextSpan(1, 2), tokens: 5..<7, paragraph: 0),
    ]
    let sequence = SentenceSequence(forms, sentences, longest: 3)
    #expect(sequence.forms.map(\.word) == [0, 1, 2, 3, 4, -1, 5, 6, -1])
    #expect(sequence.sentences == [0..<3, 3..<5, 6..<8])
    #expect(sequence.places == [0, 1, 2, 3, 4, 6, 7])
    let arcs = SyntaxModel.Arcs(heads: [0, 1, 2, 2, 0, 0, 2, 0, 0], relations: [0, 1, 1, 1, 0, 0, 1, 0, 0])
    #expect(sequence.dependencies(arcs, labels: ["root", "dep"]).map(\.head) == [-1, 0, 1, 4, -1, 6, -1])
  }
}

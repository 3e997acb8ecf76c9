import SvodkaKit
import SvodkaResources
import SvodkaRules
import Testing

/// Rule files with letters changed, dropped and doubled: an analyzer or an error with its place, never a crash.
@Suite struct MutationTests {
  private static let files = [
    "kind: lexicon\nname: a\noverlaps: all\ncategories: {x: [oil, 'a * b', 'w?r'], y: {z: [{text: A, match: exact, lang: en}]}}\n",
    "kind: pattern\nname: a\nlists: {l: [a b, a]}\npatterns:\n  x:\n    sequence: [{list: l, capture: p}, {any: true, repeat: 0+}, {form: [b, c], capture: q}]\n    agree: [p, q]\n",
    "kind: pattern\nname: a\npatterns:\n  x:\n    tree: {v: {pos: NOUN}, s: {of: v, relation: nsubj, take: subtree}, t: {under: s, before: v, optional: true}}\n",
    "kind: pattern\nname: a\npatterns: {x: [{sequence: [{at: start}, {either: [a, [b, {not: {form: c}}]], repeat: 1-3}, {at: end}]}]}\n",
  ]

  @Test(arguments: files)
  func aMutatedFileIsAnAnalyzerOrAnError(_ file: String) async throws {
    var state: UInt64 = 7
    func chance(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let letters = Array("abcxyz:{}[]-,*?'+19 \nй".unicodeScalars)
    var made = 0
    for _ in 0..<400 {
      var scalars = Array(file.unicodeScalars)
      for _ in 0...chance(3) {
        let at = chance(scalars.count)
        switch chance(3) {
        case 0: scalars[at] = letters[chance(letters.count)]
        case 1: scalars.remove(at: at)
        default: scalars.insert(letters[chance(letters.count)], at: at)
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      guard let root = try? YAMLReader().read(Array(String(text).utf8), file: "rules.yaml") else { continue }
      do throws(AnalysisError) {
        _ = try RuleAnalyzer(StepFile(path: "rules.yaml", root: root))
        made += 1
      } catch {
        #expect(error.location?.line != nil, "\(error): \(String(text))")
      }
    }
    #expect(made > 0)
  }
}

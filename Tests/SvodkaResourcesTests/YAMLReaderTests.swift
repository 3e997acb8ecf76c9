import SvodkaKit
import SvodkaResources
import Testing

private struct Settings: StepConfiguration, Equatable {
  var types = ["PER", "LOC"]
  var minimum = 1
  var target: String?
  var inner = Inner()

  struct Inner: StepConfiguration, Equatable {
    var width = 2.5
    var isOn = false
  }
}

@Suite struct YAMLReaderTests {
  private func read(_ text: String) throws(AnalysisError) -> Settings {
    try ConfigNodeDecoder().decode(
      configuration: Settings.self, from: YAMLReader().read(Array(text.utf8), file: "s.yaml"))
  }

  private func message(_ text: String) -> String {
    do throws(AnalysisError) {
      _ = try read(text)
      return ""
    } catch { return error.description }
  }

  @Test func whatIsLeftOutIsAsInTheDefaults() throws {
    var expected = Settings()
    expected.minimum = 3
    expected.inner.isOn = true
    #expect(try read("minimum: 3\ninner: {isOn: true}") == expected)
    #expect(try read("") == Settings())
    expected = Settings()
    expected.target = "talks"
    #expect(try read("target: talks") == expected)
  }

  @Test(arguments: [
    ("minimun: 3", "s.yaml:1:1: unknown key 'minimun': did you mean 'minimum'? [P102]"),
    ("types: PER", "s.yaml:1:8: 'types': expected a list, found the text 'PER' [P103]"),
    ("types: [PER]\nminimum: many", "s.yaml:2:10: 'minimum': expected a whole number, found the text 'many' [P103]"),
    ("inner:\n  widht: 3", "s.yaml:2:3: unknown key 'widht': did you mean 'width'? [P102]"),
    ("inner: {isOn: no}", "s.yaml:1:15: 'inner.isOn': expected true or false, found the text 'no' [P103]"),
    ("- a", "s.yaml:1:1: expected a mapping of settings, found a list [P103]"),
    ("minimum: 1\nminimum: 2", "[P103]"), ("types: [a", "s.yaml:"), ("\tminimum: 1", "[P101]"),
  ]) func everyMistakeHasItsPlaceAndRemedy(text: String, expected: String) {
    #expect(message(text).contains(expected), "\(message(text))")
  }

  @Test func wordsThatOtherReadersTakeForTruthValuesStayText() throws {
    let node = try YAMLReader().read(Array("[no, on, y, 1_000, 0x1F, 1e3, '12', 007]".utf8), file: "s.yaml")
    #expect(
      node.elements?.compactMap { if case .string(let text) = $0.content { text } else { nil } }
        == ["no", "on", "y", "1_000", "0x1F", "1e3", "12", "007"])
  }
}

@Suite struct NearestWordTests {
  @Test func findsTheWordThatWasMeant() {
    let words = ["steps", "input", "entity-counts"]
    #expect(nearestWord(to: "setps", among: words) == "steps")
    #expect(nearestWord(to: "entity_counts", among: words) == "entity-counts")
    #expect(nearestWord(to: "donations", among: words) == nil)
  }

  @Test func aWordThatBeginsWithAStarHasItsRemedy() {
    let error = #expect(throws: AnalysisError.self) {
      try YAMLReader().read(Array("words: [*ban]\n".utf8), file: "w.yaml")
    }
    #expect(error?.message.contains("stands in quotation marks") == true)
    #expect(error?.location?.line == 1)
  }
}

import Foundation
import SvodkaKit
import SvodkaRules
import Testing

/// Dictionaries of other programs, taken up by a lexicon.
@Suite struct DictionaryTests {
  /// A lexicon beside a dictionary, in a folder of its own.
  private func rules(_ name: String, _ content: Data, more: String = "") throws -> Rules {
    let folder = FileManager.default.temporaryDirectory.appending(path: "svodka-rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try content.write(to: folder.appending(path: name))
    return try Rules(
      "kind: lexicon\nname: a\ndictionary: \(name)\n\(more)", path: folder.appending(path: "rules.yaml").path)
  }

  private func error(_ name: String, _ content: String) -> String {
    do {
      _ = try rules(name, Data(content.utf8))
      return "no error"
    } catch { return "\(error)".split(separator: "/").last.map(String.init) ?? "" }
  }

  private let liwc = """
    %
    1\tconflict
    \t11\tarms
    \t12\ttalks
    2\tmoney
    %
    war*\t1
    tank\t11 2
    cease fire\t1\t12
    kind\t(02 134)125/464\t2
    like\t<of>131/125\t2
    :)\t2
    """

  @Test func liwc() async throws {
    let rules = try rules("words.dic", Data(liwc.utf8))
    #expect(
      try await rules.told("A tank, a warlord, a cease fire, a kind man :)") == [
        "conflict/arms: tank", "money: tank", "conflict: warlord", "conflict: cease fire",
        "conflict/talks: cease fire", "money: kind", "money: :)",
      ])
    #expect(try await rules.told("They like it.").isEmpty)
  }

  @Test func filesInOlderEncodingsAreRead() async throws {
    let text = "%\r\n1 мир\r\n%\r\nперемири* 1\r\nпереговоры о мире 1\r\n"
    let bytes = try #require(text.data(using: .windowsCP1251))
    #expect(try await rules("words.dic", bytes).told("Перемирие, переговоры о мире.", language: "ru").count == 2)
  }

  @Test func yoshikoder() async throws {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- a comment with <cnode> -->
      <dictionary style="029" patternengine="substring">
        <cnode name="economy" desc="work &amp; money">
          <cnode name="more state"><pnode name="tax*"></pnode><pnode name='public "good"' score="1"/></cnode>
          <pnode name="R&amp;D"/>
        </cnode>
        <cnode name="empty"/>
      </dictionary>
      """
    let rules = try rules("words.ykd", Data(xml.utf8))
    #expect(
      try await rules.told("Taxes pay for R&D and for the public \"good\".") == [
        "economy/more state: Taxes", "economy: R&D", "economy/more state: public \"good\"",
      ])
  }

  @Test func quantedaAndWordsOfOnesOwn() async throws {
    let rules = try rules(
      "words.yaml", Data("war:\n  - war*\n  - [armed force]\n".replacing("[armed force]", with: "armed force").utf8),
      more: "categories: {peace: [truce]}\noverlaps: all\n")
    #expect(
      try await rules.told("Wars and armed force, then a truce.") == ["war: Wars", "war: armed force", "peace: truce"])
  }

  @Test func theFormatIsToldByTheNameOrSaid() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let without = Rules.error("kind: lexicon\nname: a\ndictionary: words.txt\n", path: folder + "/rules.yaml")
    #expect(without.contains("3:13: the format of 'words.txt' is not told by its name"))
    let missing = Rules.error(
      "kind: lexicon\nname: a\ndictionary: {file: nowhere.txt, format: liwc}\n", path: folder + "/rules.yaml")
    #expect(missing.contains("/nowhere.txt' cannot be read") && missing.hasSuffix("[R101]"))
  }

  @Test(arguments: [
    ("a.dic", "war\t1\n", "a.dic:1:1: no LIWC dictionary: expected the categories between two lines of '%' [P103]"),
    ("a.dic", "%\nx\n%\n", "a.dic:2:1: expected the number of a category and its name, found 'x' [P103]"),
    ("a.dic", "%\n1 x\n1 y\n%\n", "a.dic:3:1: the category 1 stands twice: remove one [P103]"),
    ("a.dic", "%\n1 x\n%\nwar\t2\n", "the category 2 of 'war' is not declared between the lines of '%' [P103]"),
    ("a.dic", "%\n1 x\n%\n\nwar\n", "a.dic:5:1: expected a word and the numbers of its categories, found 'war' [P103]"),
    ("a.dic", "%\n1 x\n%\n", "'dictionary' has no words"),
    ("a.ykd", "<dictionary>\n  <pnode name='a'/></dictionary>", "a.ykd:2:3: the word stands outside of all categories"),
    ("a.ykd", "<dictionary><cnode></cnode></dictionary>", "a.ykd:1:13: the element 'cnode' has no 'name'"),
    ("a.ykd", "<dictionary>\n<cnode name='a'>", "the element 'cnode' is not closed [P101]"),
    ("a.ykd", "<dictionary></cnode>", "closes nothing"),
    ("a.ykd", "<dictionary><cnode name='a&b;'/>", "'&b' stands for no letter: write &amp; for the sign itself"),
    ("a.ykd", "<feed/>", "no Yoshikoder dictionary: expected the element 'dictionary'"),
    ("a.yml", "- a\n", "a.yml:1:1: expected a mapping of categories to words, found a list"),
  ])
  func whatIsBrokenIsNamedWithItsPlace(_ name: String, _ content: String, _ message: String) {
    let told = error(name, content)
    #expect(told.contains(message.split(separator: "/").last.map(String.init) ?? ""), "\(told)")
  }
}

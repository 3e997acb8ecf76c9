import SvodkaKit
import Testing

@testable import SvodkaLanguage

@Suite("Patterns mean what they mean to Python's re")
struct PythonPatternTests {
  /// All matches, written as the text with bars around them.
  private func marked(_ pattern: String, in text: String) throws -> String {
    let pattern = try PythonPattern(pattern, name: "test")
    let scalars = Array(text.unicodeScalars)
    let found = scalars.map(\.value).withUnsafeBufferPointer { values in
      var tries: [PatternTry] = []
      defer { #expect(tries.isEmpty) }
      let all = pattern.all(in: values, values.indices, &tries)
      #expect(pattern.first(in: values, values.indices, &tries) == all.first)
      return all
    }
    var out = String.UnicodeScalarView()
    for i in 0...scalars.count {
      for match in found where match.upperBound == i && !match.isEmpty { out.append("]") }
      for match in found where match.lowerBound == i {
        out.append(contentsOf: (match.isEmpty ? "[]" : "[").unicodeScalars)
      }
      if i < scalars.count { out.append(scalars[i]) }
    }
    return String(out)
  }

  private func fits(_ pattern: String, _ text: String) throws -> Bool {
    let pattern = try PythonPattern(pattern, name: "test")
    return text.unicodeScalars.map(\.value).withUnsafeBufferPointer { values in
      var tries: [PatternTry] = []
      return pattern.fits(values, values.indices, &tries)
    }
  }

  @Test(
    "matches lie where Python finds them",
    arguments: [
      // The leftmost place goes first, and there the first branch, not the longest.
      ("a|ab", "abab", "[a]b[a]b"),
      ("ab|a", "aab", "[a][ab]"),
      ("\\.\\.+|…", "so... but.. and… no.", "so[...] but[..] and[…] no."),
      ("(?<=[0-9])(?:km|m²|m)$", "5m²", "5[m²]"),
      ("(?<=[0-9])(?:km|m²|m)$", "5m² ", "5m² "),
      ("'s$|’s$", "Kim's", "Kim['s]"),
      // An empty match right behind another match counts, one at its own end does not.
      ("(?<=[a-z]['’])(?=[a-z])", "l'eau d'ici", "l'[]eau d'[]ici"),
      ("x*", "axxb", "[]a[xx][]b[]"),
      ("\\+(?![0-9])", "+ +5 ++", "[+] +5 [+][+]"),
      ("(?<!a)b", "ab cb b", "ab c[b] [b]"),
      ("[^]a-]+", "x]y-za", "[x]][y]-[z]a"),
      ("[a\\-z]+", "a-zb", "[a-z]b"),
      ("[+\\-\\*^]", "2^3", "2[^]3"),
      ("a{2,3}", "aaaaa", "[aaa][aa]"),
      ("a{2,3}?", "aaaaa", "[aa][aa]a"),
      ("a{,1}b", "aab", "a[ab]"),
      ("{a}", "{a}", "[{a}]"),
      ("\\u00e9\\U0001F600", "é😀", "[é😀]"),
      // ² and ४ are word characters, only ४ is a decimal digit; no-break space is white space.
      ("\\w+", "x²_४-é", "[x²_४]-[é]"),
      ("\\d+", "²४4", "²[४4]"),
      ("\\S+", "a\u{A0}b", "[a]\u{A0}[b]"),
      // The end is also before the line feed at the end, but before no other.
      ("a$", "a\na\n", "a\n[a]\n"),
      (".+", "ab\nc", "[ab]\n[c]"),
      ("^a", "aa", "[a]a"),
    ])
  func matches(pattern: String, text: String, expected: String) throws {
    #expect(try marked(pattern, in: text) == expected)
  }

  @Test("letters match without case where the pattern says so, literals and sets alike")
  func ignoringCase() throws {
    #expect(try fits("(?iu)(?:^été[-–][a-z]+$)", "ÉTÉ–Xy"))
    #expect(try !fits("(?u)^été", "ÉTÉ"))
    #expect(try fits("(?iu)^[a-zé]+$", "xÉKİ\u{212A}"))
    #expect(try fits("(?iu)ǆ", "ǅ"))
    #expect(try fits("(?iu)[^a]", "b"))
    #expect(try !fits("(?iu)[^a]", "A"))
  }

  @Test("a match begins at the start, and may end before the end")
  func fitsAtStart() throws {
    #expect(try fits("ab", "abc"))
    #expect(try !fits("b", "abc"))
    #expect(try fits("(?:\\S+(?::\\S*)?@)?x\\.[a-z]{2,63}$", "me:pw@x.org"))
  }

  @Test(
    "what no tokenizer uses is refused by name",
    arguments: [
      "(a", "a)", "[a", "*a", "(?P<n>a)", "a\\1", "\\bword", "(?<=a+)b", "(a*)*", "a++", "\\", "[z-a]", "\\u12",
    ])
  func refusals(pattern: String) throws {
    #expect { try PythonPattern(pattern, name: "infix") } throws: { error in
      guard let error = error as? AnalysisError else { return false }
      return error.code == "R103" && "\(error)".contains("infix")
    }
  }
}

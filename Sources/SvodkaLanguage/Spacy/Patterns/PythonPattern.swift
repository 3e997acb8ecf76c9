import SvodkaKit

/// A pattern of Python's `re`, in which spaCy's models give their tokenizers.
///
/// It has a machine of its own, since ICU's expressions mean other things by `\w`, `\s`, `$` and brackets within brackets, and since
/// tokenizers ask for hundreds of alternatives of which the first character leaves none or one.
struct PythonPattern: Sendable {
  private let program: PatternProgram

  /// - Throws: `R103` for what is no pattern, or has what no tokenizer uses.
  init(_ pattern: String, name: String) throws(AnalysisError) {
    var parser = PatternParser(pattern, name: name)
    let node = try parser.parse()
    program = PatternProgram(node, sets: parser.sets)
  }

  /// `re.match`: true when it fits at the start.
  func fits(_ text: UnsafeBufferPointer<UInt32>, _ bounds: Range<Int>, _ tries: inout [PatternTry]) -> Bool {
    program.match(in: text, bounds, at: bounds.lowerBound, tries: &tries) != nil
  }

  /// `re.search`: the first place where it fits.
  func first(
    in text: UnsafeBufferPointer<UInt32>, _ bounds: Range<Int>, _ tries: inout [PatternTry]
  ) -> Range<Int>? {
    let last = program.isAnchored ? bounds.lowerBound : bounds.upperBound
    for place in bounds.lowerBound...last {
      if let end = program.match(in: text, bounds, at: place, tries: &tries) { return place..<end }
    }
    return nil
  }

  /// True when it fits anywhere in a text.
  func isFound(in text: String) -> Bool {
    text.unicodeScalars.map(\.value).withUnsafeBufferPointer { scalars in
      var tries: [PatternTry] = []
      return first(in: scalars, scalars.indices, &tries) != nil
    }
  }

  /// `re.finditer`: all places, none of which shares a character with another.
  func all(
    in text: UnsafeBufferPointer<UInt32>, _ bounds: Range<Int>, _ tries: inout [PatternTry]
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = bounds.lowerBound
    // Where an empty match ended, no other empty one may begin.
    var emptyEnd = -1
    while place <= bounds.upperBound {
      if let end = program.match(in: text, bounds, at: place, mayBeEmpty: place != emptyEnd, tries: &tries) {
        found.append(place..<end)
        emptyEnd = end == place ? end : -1
        place = end
      } else {
        place += 1
      }
    }
    return found
  }
}

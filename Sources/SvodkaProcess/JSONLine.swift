import SvodkaKit

/// One line of JSON from a writer who is not trusted: it has to be UTF-8, and nesting is limited more than in files of one's own.
enum JSONLine {
  /// What is wrong with a line, in words.
  typealias Failure = JSONParser.Failure

  private static let deepest = 100

  /// The value of a line, which must hold nothing else.
  static func value(of bytes: [UInt8]) throws(Failure) -> JSONValue {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw Failure(reason: "it is not UTF-8") }
    var parser = JSONParser(bytes, deepest: deepest)
    return try parser.whole()
  }
}

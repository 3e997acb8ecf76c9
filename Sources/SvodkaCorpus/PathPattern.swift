import SvodkaKit

/// Takes metadata from paths: `{source}/{date}-*.html`.
///
/// `{name}` takes one or more characters other than `/`, as few as possible, and for `{date}` a day such as 2016-01-30;
/// `*` and `?` stand for any characters and for one, but no `/`; all else stands for itself. The pattern has to fit the
/// last parts of the path, as many as it has itself, and an ending `.gz` of the path is not looked at.
struct PathPattern: Sendable {
  private enum Piece: Sendable {
    case literal([UInt8])
    case field(String)
    case any
    case one
  }

  let text: String
  private let pieces: [Piece]
  private let parts: Int

  init(_ text: String) throws(AnalysisError) {
    self.text = text
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    var names: [String] = []
    func close() {
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = []
    }
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "{":
        guard let end = rest.firstIndex(of: "}"), rest[..<end].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
          end > rest.startIndex
        else {
          throw AnalysisError(
            .badArgument, "'\(text)': a field is written as {name}, such as '{source}/{date}-*.html'")
        }
        let name = String(rest[..<end])
        guard !names.contains(name) else {
          throw AnalysisError(.badArgument, "'\(text)': the field {\(name)} stands twice")
        }
        names.append(name)
        rest = rest[rest.index(after: end)...]
        close()
        if case .field? = pieces.last {
          throw AnalysisError(
            .badArgument, "'\(text)': two fields must have something between them, such as '{source}/{date}'")
        }
        pieces.append(.field(name))
      case "}": throw AnalysisError(.badArgument, "'\(text)': '}' without '{'")
      case "*":
        close()
        pieces.append(.any)
      case "?":
        close()
        pieces.append(.one)
      default: literal += Array(String(character).utf8)
      }
    }
    close()
    guard !names.isEmpty else {
      throw AnalysisError(
        .badArgument, "'\(text)' names no field: write it like '{source}/{date}-*.html'")
    }
    self.pieces = pieces
    parts = text.split(separator: "/", omittingEmptySubsequences: false).count
  }

  /// The fields of a path in the order of the pattern; nil when it does not fit.
  func fields(of path: String) -> [(name: String, value: String)]? {
    let whole = path.hasSuffix(".gz") && !text.hasSuffix(".gz") ? Substring(path.dropLast(3)) : Substring(path)
    let tail = whole.split(separator: "/", omittingEmptySubsequences: false).suffix(parts).joined(separator: "/")
    return match(pieces[...], Array(tail.utf8)[...])
  }

  private func match(_ pieces: ArraySlice<Piece>, _ bytes: ArraySlice<UInt8>) -> [(name: String, value: String)]? {
    guard let piece = pieces.first else { return bytes.isEmpty ? [] : nil }
    let rest = pieces.dropFirst()
    switch piece {
    case .literal(let wanted):
      guard bytes.starts(with: wanted) else { return nil }
      return match(rest, bytes.dropFirst(wanted.count))
    case .one:
      guard let first = bytes.first, first != 0x2F else { return nil }
      let length = bytes.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1
      return match(rest, bytes.dropFirst(length))
    case .any:
      return stretches(of: bytes, from: 0) { match(rest, bytes.dropFirst($0)) }
    case .field(let name):
      return stretches(of: bytes, from: 1) { length in
        let value = String(decoding: bytes.prefix(length), as: UTF8.self)
        if name == "date", !(value.utf8.count == 10 && CivilDate(iso: value) != nil) { return nil }
        return match(rest, bytes.dropFirst(length)).map { [(name, value)] + $0 }
      }
    }
  }

  private func stretches(
    of bytes: ArraySlice<UInt8>, from least: Int, _ attempt: (Int) -> [(name: String, value: String)]?
  ) -> [(name: String, value: String)]? {
    let longest = bytes.prefix { $0 != 0x2F }.count
    guard least <= longest else { return nil }
    for length in least...longest {
      if let found = attempt(length) { return found }
    }
    return nil
  }
}

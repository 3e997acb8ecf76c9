import SvodkaKit

/// Cuts Russian text into tokens as razdel does: letters of one script, digits and marks are atoms, and neighbours without a
/// blank between are joined over hyphens and underscores, in decimals and fractions, in smileys and runs of endings.
struct RazdelTokenizer: Sendable {
  /// A stretch of one class.
  private struct Atom {
    var start: Int
    var end: Int
    var type: ScalarClass
    /// What a mark does; 0 for the rest.
    var role: UInt8
  }

  private enum Role {
    static let dash: UInt8 = 1
    static let underscore: UInt8 = 2
    static let decimal: UInt8 = 4
    static let fraction: UInt8 = 8
    static let ending: UInt8 = 16
    static let smile: UInt8 = 32
    static let asterisk: UInt8 = 64
    static let hyphen: UInt8 = 128
  }

  private let classes: ScalarClasses
  private let roles: [UInt32: UInt8]
  private let asciiRoles: [UInt8]
  private let shouting: [[UInt8]]

  init(_ table: RussianSegmentationTable) {
    classes = ScalarClasses(marks: table.marks)
    var roles: [UInt32: UInt8] = [:]
    func give(_ role: UInt8, to characters: String) {
      for scalar in characters.unicodeScalars { roles[scalar.value, default: 0] |= role }
    }
    give(Role.dash, to: table.dashes)
    give(Role.underscore, to: "_")
    give(Role.decimal, to: ".,")
    give(Role.fraction, to: "/\\")
    give(Role.ending, to: table.endings)
    give(Role.smile, to: "=:;-()")
    give(Role.asterisk, to: "*")
    give(Role.hyphen, to: "-")
    self.roles = roles
    asciiRoles = (0..<128).map { roles[$0] ?? 0 }
    shouting = table.shouting.map { Array($0.utf8) }
  }

  /// Calls `body` with the bounds of every token of `range`, and with what it is made of.
  func forEachToken(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Int, Int, Token.Kind?) -> Void
  ) {
    // Of the rules none looks further than two atoms to either side of a cut.
    var last: Atom?
    var place = range.lowerBound
    guard var atom = next(bytes, &place, range.upperBound) else { return }
    var start = atom.start
    var types: UInt8 = 1 << atom.type.rawValue
    var following = next(bytes, &place, range.upperBound)
    while let right = following {
      let afterwards = next(bytes, &place, range.upperBound)
      if atom.end == right.start && joins(bytes, start, last, atom, right, afterwards) {
        types |= 1 << right.type.rawValue
      } else {
        body(start, atom.end, Self.kind(types))
        start = right.start
        types = 1 << right.type.rawValue
      }
      last = atom
      atom = right
      following = afterwards
    }
    body(start, atom.end, Self.kind(types))
  }

  /// By the atoms of a token; nil where a rarer character has to be looked at.
  private static func kind(_ types: UInt8) -> Token.Kind? {
    if types & (1 << ScalarClass.other.rawValue) != 0 { return nil }
    let letters = types & (1 << ScalarClass.cyrillic.rawValue | 1 << ScalarClass.latin.rawValue) != 0
    let digits = types & (1 << ScalarClass.digit.rawValue) != 0
    return letters ? (digits ? .mixed : .word) : digits ? .number : .mark
  }

  @inline(__always)
  private func next(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int, _ end: Int) -> Atom? {
    while place < end {
      let start = place
      let (type, length) = classes.read(bytes, place)
      place += length
      switch type {
      case .space: continue
      case .mark:
        let role: UInt8
        if length == 1 {
          role = asciiRoles[Int(bytes[start])]
        } else {
          role = roles[ScalarClasses.decode(bytes, start).0] ?? 0
        }
        return Atom(start: start, end: place, type: type, role: role)
      case .other: return Atom(start: start, end: place, type: type, role: 0)
      case .cyrillic, .latin, .digit:
        while place < end {
          let (more, length) = classes.read(bytes, place)
          guard more == type else { break }
          place += length
        }
        return Atom(start: start, end: place, type: type, role: 0)
      }
    }
    return nil
  }

  private func joins(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ last: Atom?, _ left: Atom, _ right: Atom, _ afterwards: Atom?
  ) -> Bool {
    if left.type != .mark && right.type != .mark {
      // ΔP, за́мок: what is of no script goes with letters and with its like.
      if left.type == .other { return right.type != .digit }
      return right.type == .other && left.type != .digit
    }
    if joinsOver(left.role | right.role, left, right, last, afterwards) { return true }
    if left.type == .mark && right.type == .mark { return joinsMarks(bytes, start, left, right) }
    return right.role & Role.ending != 0 && bytes[right.start] == 0x21 && left.type == .latin
      && shouting.contains { word in
        word.count == left.end - left.start && zip(word, bytes[left.start..<left.end]).allSatisfy { $0 == $1 | 0x20 }
      }
  }

  /// A dash, an underscore, a decimal mark or a stroke, as the atom to the left of the cut or as the one to the right.
  private func joinsOver(_ roles: UInt8, _ left: Atom, _ right: Atom, _ last: Atom?, _ afterwards: Atom?) -> Bool {
    for role in [Role.dash, Role.underscore, Role.decimal, Role.fraction] where roles & role != 0 {
      let pair: (Atom?, Atom?) = left.role & role != 0 ? (last, right) : (left, afterwards)
      guard let before = pair.0, let behind = pair.1 else { continue }
      if role == Role.dash || role == Role.underscore {
        if before.type != .mark && behind.type != .mark { return true }
      } else if before.type == .digit && behind.type == .digit {
        return true
      }
    }
    return false
  }

  private func joinsMarks(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ left: Atom, _ right: Atom) -> Bool {
    if left.role & Role.ending != 0 && right.role & Role.ending != 0 { return true }
    if left.role & right.role & (Role.hyphen | Role.asterisk) != 0 { return true }
    guard left.role & right.role & Role.smile != 0 else { return false }
    return Smile.length(bytes, start, right.end) == right.end - start
  }
}

/// A smiley: an eye, perhaps a nose, one to three mouths.
enum Smile {
  /// The length of a smiley that starts at `start`; 0 where there is none.
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start < end, bytes[start] == 0x3D || bytes[start] == 0x3A || bytes[start] == 0x3B else { return 0 }
    var i = start + 1
    if i < end, bytes[i] == 0x2D { i += 1 }
    let mouth = i
    while i < end, i - mouth < 3, bytes[i] == 0x28 || bytes[i] == 0x29 { i += 1 }
    return i > mouth ? i - start : 0
  }
}

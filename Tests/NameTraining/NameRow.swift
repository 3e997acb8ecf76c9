import Foundation
import SvodkaLanguage

/// A row of the list of pairs.
struct NameRow {
  var latin: String
  var cyrillic: String
  var count: Int
  /// True for one pair in ten, told by a hash of both spellings: FNV-1a, its bits from the 40th, remainder 3 by ten. Neither the
  /// table nor the numbers of the scorer were ever chosen on these pairs: development used another tenth.
  var isHeldBack: Bool

  static func read(_ path: String) throws -> [NameRow] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3, let count = Int(cells[2]) else { return nil }
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in "\(cells[0])\t\(cells[1])".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return NameRow(
        latin: cells[0], cyrillic: TokenKey.key(cells[1]), count: count, isHeldBack: (hash >> 40) % 10 == 3)
    }
  }
}

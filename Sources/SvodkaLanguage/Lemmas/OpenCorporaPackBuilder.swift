#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import SvodkaKit

/// Packs an OpenCorpora dictionary as pymorphy compiles it (format 2.4): automata and paradigms as they are, the lists out of their JSON.
struct OpenCorporaPackBuilder: PackBuilder {
  static let format = "opencorpora"
  static let revision = 2

  private static let sections = [
    "words": "words.dawg", "chances": "p_t_given_w.intdawg", "endings.0": "prediction-suffixes-0.dawg",
    "endings.1": "prediction-suffixes-1.dawg", "endings.2": "prediction-suffixes-2.dawg",
  ]

  func build(_ files: [String: [UInt8]], into pack: inout ModelPackWriter) throws(AnalysisError) {
    func file(_ name: String) throws(AnalysisError) -> [UInt8] {
      guard let found = files.first(where: { $0.key.hasSuffix("/" + name) }) else {
        throw SlovnetArchive.broken(name, "the file is missing")
      }
      return found.value
    }
    for (section, name) in Self.sections.sorted(by: { $0.key < $1.key }) { pack.add(section, try file(name)) }
    pack.add("suffixes", lines: try list(file("suffixes.json"), "suffixes.json"))
    pack.add("tags", lines: try list(file("gramtab-opencorpora-int.json"), "gramtab-opencorpora-int.json"))
    let options = try options(file("meta.json"))
    pack.add("prefixes", lines: options.prefixes)
    pack.add("longest.ending", numbers: [UInt32(options.longestEnding)])
    let paradigms = try paradigms(file("paradigms.array"))
    pack.add("paradigms.starts", numbers: paradigms.starts)
    pack.add("paradigms", numbers: paradigms.numbers)
  }

  private func list(_ json: [UInt8], _ name: String) throws(AnalysisError) -> [String] {
    do { return try JSONDecoder().decode([String].self, from: Data(json)) } catch {
      throw SlovnetArchive.broken(name, "it is no list of texts")
    }
  }

  private struct Options: Decodable {
    var prefixes: [String]
    var longestEnding: Int

    enum CodingKeys: String, CodingKey {
      case prefixes = "paradigm_prefixes"
      case longestEnding = "max_suffix_length"
    }
  }

  /// A list of pairs of a name and a value of any kind, of which one is wanted.
  private struct Meta: Decodable {
    var options: Options?

    init(from decoder: any Decoder) throws {
      var pairs = try decoder.unkeyedContainer()
      while !pairs.isAtEnd {
        var pair = try pairs.nestedUnkeyedContainer()
        if try pair.decode(String.self) == "compile_options" { options = try pair.decode(Options.self) }
      }
    }
  }

  private func options(_ json: [UInt8]) throws(AnalysisError) -> Options {
    do {
      if let options = try JSONDecoder().decode(Meta.self, from: Data(json)).options { return options }
    } catch { throw SlovnetArchive.broken("meta.json", "\(error)") }
    throw SlovnetArchive.broken("meta.json", "it does not say how the dictionary was compiled")
  }

  /// The file has a count of paradigms, then for each a count and its numbers, all uint16.
  private func paradigms(_ bytes: [UInt8]) throws(AnalysisError) -> (starts: [UInt32], numbers: [UInt16]) {
    let all = bytes.withUnsafeBytes { raw in
      (0..<(raw.count / 2)).map { raw.loadUnaligned(fromByteOffset: 2 * $0, as: UInt16.self) }
    }
    var starts: [UInt32] = [0]
    var numbers: [UInt16] = []
    var place = 1
    for _ in 0..<Int(all.first ?? 0) {
      guard place < all.count, place + 1 + Int(all[place]) <= all.count else {
        throw SlovnetArchive.broken("paradigms.array", "it is cut off")
      }
      numbers += all[(place + 1)..<(place + 1 + Int(all[place]))]
      starts.append(UInt32(numbers.count))
      place += 1 + Int(all[place])
    }
    return (starts, numbers)
  }
}

import SvodkaCorpus
public import SvodkaKit
import SvodkaResources

/// The F1 below which an analyzer may not fall, pinned to the gold and the models with which it was measured.
public struct Floors: Sendable, Hashable {
  /// One pinned figure.
  public struct Floor: Sendable, Hashable {
    /// The gold file's name, without its folder.
    public var gold: String
    /// The analyzer.
    public var analyzer: String
    /// How places were compared.
    public var mode: Comparison.Mode
    /// The models that were at work, `language: name`, sorted.
    public var models: [String]
    /// The SHA-256 of the gold file, in hexadecimal.
    public var goldHash: String
    /// The pinned F1.
    public var f1: Double

    /// Pins a figure.
    public init(
      gold: String, analyzer: String, mode: Comparison.Mode, models: [String], goldHash: String, f1: Double
    ) {
      (self.gold, self.analyzer, self.mode, self.models) = (gold, analyzer, mode, models)
      (self.goldHash, self.f1) = (goldHash, f1)
    }

    /// True when both pin the same thing.
    func pinsSame(as other: Floor) -> Bool {
      (gold, analyzer, mode, models) == (other.gold, other.analyzer, other.mode, other.models)
    }

    /// Models by one hash, since their names are long.
    var modelsHash: String { SHA256.hex(Array(models.joined(separator: "\n").utf8)) }
  }

  /// The floors, ordered by analyzer, gold, mode and models.
  public private(set) var floors: [Floor]

  /// Takes floors.
  public init(_ floors: [Floor] = []) { self.floors = floors.sorted(by: Self.isBefore) }

  private static func isBefore(_ a: Floor, _ b: Floor) -> Bool {
    (a.analyzer, a.gold, a.mode.rawValue, a.modelsHash) < (b.analyzer, b.gold, b.mode.rawValue, b.modelsHash)
  }

  /// Compares a measurement with its floor. F1 may be lower by a ten-thousandth, so that rounding in the file is no regression.
  ///
  /// - Throws: `O103` when it is lower, `O104` when nothing is pinned for this gold and these models.
  public func check(_ measured: Floor) throws(AnalysisError) {
    guard let floor = floors.first(where: measured.pinsSame) else {
      let others = floors.filter { $0.gold == measured.gold && $0.analyzer == measured.analyzer }
      let reason =
        others.isEmpty
        ? "no floor is pinned for \(measured.analyzer) on \(measured.gold)"
        : "the floor for \(measured.analyzer) on \(measured.gold) was pinned with other models (\(others[0].models.joined(separator: ", "))), now at work: \(measured.models.joined(separator: ", "))"
      throw AnalysisError(.noFloor, reason + ": pin one with --update")
    }
    guard floor.goldHash == measured.goldHash else {
      throw AnalysisError(
        .noFloor,
        "\(measured.gold) has changed since its floor was pinned: look at the change and pin anew with --update")
    }
    if measured.f1 < floor.f1 - 0.0001 {
      throw AnalysisError(
        .belowFloor,
        "\(measured.analyzer) on \(measured.gold): F1 \(Figures.share(measured.f1)) is below its floor \(Figures.share(floor.f1))"
      )
    }
  }

  /// Pins a measurement, in place of the floor that it had.
  ///
  /// - Throws: `O103` when that would lower a floor, unless `allowRegression`.
  public mutating func pin(_ measured: Floor, allowRegression: Bool) throws(AnalysisError) {
    if let floor = floors.first(where: measured.pinsSame) {
      if measured.f1 < floor.f1 - 0.0001, !allowRegression {
        throw AnalysisError(
          .belowFloor,
          "this would lower the floor of \(measured.analyzer) on \(measured.gold) from \(Figures.share(floor.f1)) to \(Figures.share(measured.f1)): add --allow-regression if that is meant"
        )
      }
    }
    floors.removeAll(where: measured.pinsSame)
    floors.append(measured)
    floors.sort(by: Self.isBefore)
  }

  /// Reads a floors file.
  ///
  /// - Throws: `I103` for what is no JSON, `I110` for a floor without one of its values.
  public init(json bytes: [UInt8], path: String) throws(AnalysisError) {
    let value = try JSONValue(json: bytes, at: .init(path: path))
    var floors: [Floor] = []
    for entry in value["floors"]?.array ?? [] {
      guard let gold = entry["gold"]?.string, let analyzer = entry["analyzer"]?.string,
        let mode = entry["by"]?.string.flatMap(Comparison.Mode.init), let hash = entry["gold_sha256"]?.string,
        let models = entry["models"]?.array?.compactMap(\.string)
      else {
        throw AnalysisError(
          .wrongField, "a floor needs gold, analyzer, by, gold_sha256, models and f1", location: .init(path: path))
      }
      let f1: Double
      switch entry["f1"] {
      case .double(let number): f1 = number
      case .int(let number): f1 = Double(number)
      default: throw AnalysisError(.wrongField, "the f1 of a floor is a number", location: .init(path: path))
      }
      let floor = Floor(gold: gold, analyzer: analyzer, mode: mode, models: models, goldHash: hash, f1: f1)
      guard entry["models_sha256"]?.string ?? floor.modelsHash == floor.modelsHash else {
        throw AnalysisError(
          .wrongField, "the hash of the models does not fit their names: pin anew with --update",
          location: .init(path: path))
      }
      floors.append(floor)
    }
    self.init(floors)
  }

  /// The file, indented, one value a line.
  public var json: String {
    let value: JSONValue = [
      "schema": "svodka.floors/1",
      "floors": .array(
        floors.map {
          [
            "analyzer": .string($0.analyzer), "gold": .string($0.gold), "by": .string($0.mode.rawValue),
            "f1": .double(($0.f1 * 10000).rounded(.down) / 10000), "gold_sha256": .string($0.goldHash),
            "models": .array($0.models.map { .string($0) }), "models_sha256": .string($0.modelsHash),
          ]
        }),
    ]
    return value.json(pretty: true) + "\n"
  }
}

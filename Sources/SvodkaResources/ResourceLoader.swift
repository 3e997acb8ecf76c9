#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import SvodkaKit

/// Finds data files. They are looked for, in this order, under
///
/// 1. the folders given, such as the user's own;
/// 2. `$SVODKA_RESOURCES`;
/// 3. `../share/svodka` beside the program, where an installation puts them;
/// 4. the package's source tree, `Sources/` and `Plugins/`, where a build finds them.
///
/// Under each, a file `Lexicons/en.yaml` of the target `CasualtyFigures` is `CasualtyFigures/Lexicons/en.yaml`.
public struct ResourceLoader: ResourceProvider {
  private let roots: [String]
  private let values = SharedValues()

  /// Makes a loader that looks into `folders` first.
  public init(folders: [String] = []) {
    var roots = folders
    if let named = ProcessInfo.processInfo.environment["SVODKA_RESOURCES"], !named.isEmpty { roots.append(named) }
    if let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      roots.append(Self.parent(program, levels: 2) + "/share/svodka")
    }
    let package = Self.parent(#filePath, levels: 3)
    roots.append(package + "/Sources")
    roots.append(package + "/Plugins")
    self.roots = roots
  }

  /// Copies of a loader share what was made by one of them.
  public func shared<Value: Sendable>(
    _ key: String, make: () throws(AnalysisError) -> Value
  ) throws(AnalysisError) -> Value {
    try values.value("\(Value.self) \(key)", make: make)
  }

  private static func parent(_ path: String, levels: Int) -> String {
    path.split(separator: "/").dropLast(levels).reduce("") { $0 + "/" + $1 }
  }

  /// The bytes of a data file and the file's path.
  ///
  /// - Throws: `R101` when no folder has it.
  public func read(_ path: String, of owner: String) throws(AnalysisError) -> (bytes: [UInt8], file: String) {
    for root in roots {
      let file = "\(root)/\(owner)/\(path)"
      if let data = FileManager.default.contents(atPath: file) { return (Array(data), file) }
    }
    throw AnalysisError(
      .missingResource,
      "the data file \(owner)/\(path) is missing: set SVODKA_RESOURCES to the folder that holds \(owner)/",
      cause: "looked in " + roots.joined(separator: ", "))
  }
}

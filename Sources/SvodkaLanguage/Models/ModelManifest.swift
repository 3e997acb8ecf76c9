import SvodkaKit
import SvodkaResources

/// The published models that the program knows: where they come from, and what each of their files must be.
///
/// Read from `Tables/models.yaml`.
public struct ModelManifest: Sendable, Decodable {
  /// A file of a package that goes into a pack.
  public struct File: Sendable, Hashable, Decodable {
    /// Its path inside the package.
    public var path: String
    /// The SHA-256 that it must have, in lower-case hexadecimal digits.
    public var sha256: String
  }

  /// What one package gives: a file of its own in the data folder.
  public struct Pack: Sendable, Hashable, Decodable {
    /// The pack's name, such as `ru-names`; its file is `NAME.pack`.
    public var name: String
    /// The format of the published files: which builder reads them.
    public var format: String
    /// The files it is made from.
    public var files: [File]

    /// What the files are, in whatever package and folder they lie: the same for equal files.
    var fingerprint: String { SHA256.hex(Array(files.map(\.sha256).sorted().joined(separator: "\n").utf8)) }
  }

  /// A published package with models of one language.
  public struct Package: Sendable, Hashable, Decodable {
    /// The language, as an ISO 639 code.
    public var language: String
    /// The profile that the models serve: `fast` or `accurate`.
    public var profile: String
    /// The name in the package index.
    public var package: String
    /// The pinned version.
    public var version: String
    /// The name of the wheel.
    public var wheel: String
    /// The SHA-256 of the wheel.
    public var sha256: String
    /// The version of Python that the package asks for, where it is not any: the code of a package is never run.
    public var python: String?
    /// The licence, as an SPDX identifier or expression.
    public var licence: String
    /// Where the package is described.
    public var source: String
    /// What the models are, who made them.
    public var about: String
    /// The packs it gives.
    public var packs: [Pack]
  }

  /// All packages, in the order in which they are listed and installed.
  public var packages: [Package]

  /// The languages that have a package, without repetition.
  public var languages: [String] {
    var found: [String] = []
    for package in packages where !found.contains(package.language) { found.append(package.language) }
    return found
  }

  /// The package of a language whose model files are all in an archive, in whatever package they came: only the files count.
  ///
  /// - Returns: the package, with the paths at which the archive has its files.
  func package(of language: String, in archive: ZipArchive) throws(AnalysisError) -> Package? {
    var digests: [String: String] = [:]
    for package in packages where package.language == language {
      var found = package
      for (i, pack) in package.packs.enumerated() {
        for (k, file) in pack.files.enumerated() {
          let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
          for path in archive.paths where path == name || path.hasSuffix("/" + name) {
            if digests[path] == nil { digests[path] = SHA256.hex(try archive.contents(of: path)) }
            if digests[path] == file.sha256 { found.packs[i].files[k].path = path }
          }
        }
      }
      let isWhole = found.packs.allSatisfy { pack in pack.files.allSatisfy { digests[$0.path] == $0.sha256 } }
      if isWhole { return found }
    }
    return nil
  }

  /// The pack of a name with its package.
  func pack(_ name: String) -> (package: Package, pack: Pack)? {
    for package in packages {
      if let pack = package.packs.first(where: { $0.name == name }) { return (package, pack) }
    }
    return nil
  }
}

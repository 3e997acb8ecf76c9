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

  /// The pack of a name with its package.
  func pack(_ name: String) -> (package: Package, pack: Pack)? {
    for package in packages {
      if let pack = package.packs.first(where: { $0.name == name }) { return (package, pack) }
    }
    return nil
  }
}

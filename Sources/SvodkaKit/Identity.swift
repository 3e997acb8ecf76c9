/// Who a step is, as it is named in pipelines, outputs and provenance.
public struct Identity: Sendable, Hashable {
  /// The name used in pipeline files and as the key of findings, such as `casualty-figures`.
  public var name: String
  /// The version of code and lexicons, as provenance gives it.
  public var version: String
  /// The licence, as an SPDX identifier.
  public var licence: String

  /// Names a step.
  public init(name: String, version: String, licence: String = "Apache-2.0") {
    self.name = name
    self.version = version
    self.licence = licence
  }
}

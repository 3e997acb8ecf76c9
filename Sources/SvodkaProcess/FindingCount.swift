public import SvodkaKit

/// How much a plugin found.
public struct FindingCount: Mergeable, Codable, Hashable {
  /// The documents in which something was found.
  public var documents = 0
  /// The findings.
  public var findings = 0

  /// Nothing.
  public init() {}

  /// Counts.
  public init(documents: Int, findings: Int) {
    self.documents = documents
    self.findings = findings
  }

  /// Adds.
  public mutating func merge(_ other: FindingCount) {
    documents += other.documents
    findings += other.findings
  }
}

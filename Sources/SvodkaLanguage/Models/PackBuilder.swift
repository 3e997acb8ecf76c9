public import SvodkaKit

/// Turns the files of a published model into the sections of a pack.
public protocol PackBuilder: Sendable {
  /// The name of the format in `Tables/models.yaml`.
  static var format: String { get }
  /// Raised when the same files give other sections, so that packs of an older program are refused.
  static var revision: Int { get }
  /// Adds the sections made from `files`, which are keyed by their path in the package and have passed their checks.
  ///
  /// - Throws: `R103` when the files are not what the format says.
  func build(_ files: [String: [UInt8]], into pack: inout ModelPackWriter) throws(AnalysisError)
}

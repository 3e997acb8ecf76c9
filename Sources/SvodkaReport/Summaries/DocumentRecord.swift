public import SvodkaKit
import SvodkaPipeline

/// What a summary keeps of a document beside its findings.
public struct DocumentRecord: Sendable, Hashable, PackedCodable {
  /// See ``PackedCodable/form``.
  package static var form: Int { 1 }

  /// Its id.
  public var id: String
  /// The values of the fields by which the summary groups.
  public var values: [String]
  /// The headline.
  public var title: String?
  /// The outlet.
  public var source: String?
  /// Publication as ISO 8601.
  public var date: String?
  /// The language as an ISO 639 code.
  public var language: String
  /// The address.
  public var url: String?
  /// The file it was read from.
  public var path: String?
  /// The words of the analysed text; nil where the text was not at hand.
  public var words: Int?
  /// By what nearly the same texts are known; nil for a short text and where the text was not at hand.
  public var signature: TextSignature?
  /// The first document of its run that this one is nearly the same as, where an earlier run has told.
  public var cluster: String?
  /// What went wrong.
  public var failures: [Failure]
  /// The findings that people have called right or edited.
  public var corrected: [Corrected] = []

  /// A finding that a person has kept.
  public struct Corrected: Sendable, Hashable, Codable {
    /// The analyzer's name.
    public var analyzer: String
    /// The id of the finding.
    public var finding: String
    /// What was done.
    public var action: CorrectedFinding.Action
  }

  /// Notes what people have said of an analyzer's findings.
  mutating func note(_ corrections: Corrections?, of analyzer: String) {
    for kept in corrections?.kept(of: id, analyzer: analyzer) ?? [] {
      corrected.append(Corrected(analyzer: analyzer, finding: kept.finding, action: kept.action))
    }
  }

  /// What went wrong with a document.
  public struct Failure: Sendable, Hashable, Codable, Comparable {
    /// The file, and its line where it has rows.
    public var place: String?
    /// The step that failed; nil where the document could not be read.
    public var analyzer: String?
    /// The code, such as `I106`.
    public var code: String
    /// What went wrong.
    public var message: String

    /// By place, then by what it is.
    public static func < (a: Failure, b: Failure) -> Bool {
      (a.place ?? "", a.analyzer ?? "", a.code, a.message) < (b.place ?? "", b.analyzer ?? "", b.code, b.message)
    }

    /// Takes an error; a language that an analyzer does not know is none.
    init?(_ error: AnalysisError, place: String?) {
      guard error.code != ErrorCode.unknownLanguage.rawValue else { return nil }
      self.place = place
      (analyzer, code, message) = (error.step, error.code, error.message)
    }

    init(place: String?, analyzer: String?, code: String, message: String) {
      (self.place, self.analyzer, self.code, self.message) = (place, analyzer, code, message)
    }
  }
}

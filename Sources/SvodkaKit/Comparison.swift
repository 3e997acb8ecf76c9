/// What makes a finding of an analyzer equal to one of the gold standard; declared with the analyzer, read by evaluation.
///
/// Keys are those of the analyzer's output, and gold uses the same.
public struct Comparison: Sendable, Hashable {
  /// How exactly a finding has to lie where gold's does.
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// On the same stretch of text.
    case exact
    /// On a stretch that shares a character with gold's.
    case overlap
    /// Anywhere in the document: only the fields are compared.
    case type
  }

  /// How the values of one field are compared.
  public enum Rule: Sendable, Hashable {
    /// They are the same value; `null` and an absent key are one.
    case equal
    /// They name the same: every word of the shorter is in the longer, titles and case endings aside.
    /// Gold may list other names under the keys `alternatives`; values that are `generic` words for people say nothing.
    case name(alternatives: [String] = [], ignoringGeneric: Bool = false)
    /// They point to findings that were matched with each other.
    case reference
  }

  /// A field and how it is compared.
  public struct Field: Sendable, Hashable {
    /// The key.
    public var key: String
    /// How values are compared.
    public var rule: Rule

    /// Compares a field; by default its values have to be the same.
    public init(_ key: String, _ rule: Rule = .equal) {
      self.key = key
      self.rule = rule
    }
  }

  /// The fields in which a finding has to agree with gold to be right.
  public var identity: [Field]
  /// The identity field by which results are broken down, such as `kind`.
  public var label: String
  /// The labels that are evaluated; nil for all. Findings with others are left out.
  public var labels: [String]?
  /// How places are compared unless the user says otherwise.
  public var mode: Mode
  /// Further fields, compared where a finding is right.
  public var details: [Field]
  /// Those of the details that have to agree too for a finding to be right in full.
  public var full: [String] = []
  /// The field that quotes the text at the finding's place.
  public var place = "evidence"
  /// Where a finding stands for several places (an entity for its mentions), the field that lists them: each is compared by itself.
  public var parts: String?
  /// A field that, when it is set, takes the finding out of the comparison: it has been replaced by another.
  public var replacedBy: String?
  /// Values that say that there is nothing (a toll of zero): where gold has such a record, another in the same document is no error.
  public var nothing: [JSONValue.Member] = []

  /// Declares what makes findings equal.
  public init(identity: [Field], label: String, mode: Mode, details: [Field] = []) {
    self.identity = identity
    self.label = label
    self.mode = mode
    self.details = details
  }
}

/// An analyzer whose findings can be compared with gold.
public protocol Evaluable: Analyzer {
  /// What makes two of its findings equal.
  static var comparison: Comparison { get }
}

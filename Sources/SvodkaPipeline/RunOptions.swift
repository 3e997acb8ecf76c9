/// How a run goes about its documents.
public struct RunOptions: Sendable {
  /// How many documents are analysed at once.
  public var width: Int
  /// How many failed documents end the run.
  public var tolerance: Tolerance

  /// How many failed documents end the run.
  public enum Tolerance: Sendable, Hashable {
    /// All may fail.
    case any
    /// At most so many.
    case count(Int)
    /// At most so many of a hundred, looked at from the hundredth document on and at the end.
    case percent(Double)

    /// True when a run with these counts has to end.
    public func isExceeded(failed: Int, of documents: Int, atEnd: Bool) -> Bool {
      switch self {
      case .any: false
      case .count(let most): failed > most
      case .percent(let most): (atEnd || documents >= 100) && Double(failed) * 100 > most * Double(documents)
      }
    }
  }

  /// Sets the width; every document may fail.
  public init(width: Int, tolerance: Tolerance = .any) {
    self.width = max(1, width)
    self.tolerance = tolerance
  }
}

/// What a run came to.
public struct RunResult: Sendable {
  /// The number of outcomes written.
  public var documents = 0
  /// How many of them failed.
  public var failed = 0
  /// Bytes of input that were read.
  public var bytes = 0
  /// True when the run was stopped from outside.
  public var wasStopped = false
  /// True when it ended because too many documents failed.
  public var hadTooManyFailures = false
}

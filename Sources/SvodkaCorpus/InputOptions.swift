/// How files are found and read.
public struct InputOptions: Sendable {
  /// What every input is read as.
  public var format: InputFormat = .auto
  /// The longest line of JSON Lines in bytes; a longer one is an error row, and the run goes on.
  public var lineLimit: Int = 64 << 20
  /// The longest page or text in bytes, once inflated; a longer one is an error.
  public var pageLimit: Int = 64 << 20
  /// The files that are being written: passed over in folders and patterns, an error where one is named itself.
  public var outputs: [String] = []

  /// The defaults.
  public init() {}
}

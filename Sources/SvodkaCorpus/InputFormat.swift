/// What the input is read as.
public enum InputFormat: String, Sendable, CaseIterable {
  /// By the file's name, else by its first bytes.
  case auto
  /// Plain text, a document a file.
  case text
  /// HTML, a document a file.
  case html
  /// JSON Lines, a document a line.
  case jsonl
}

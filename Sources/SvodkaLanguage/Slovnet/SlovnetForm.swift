/// A token as the models see it; a separator between sentences has no word.
struct SlovnetForm: Sendable {
  /// The number of the lower-case form in the vocabulary; -1 for a separator.
  var word: Int32
  /// The number of the shape.
  var shape: Int32

  static let separator = SlovnetForm(word: -1, shape: -1)
}

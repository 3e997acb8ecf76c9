/// Language tags (BCP 47).
enum LanguageTag {
  /// The language of a tag such as `ru-RU` or `en_GB`, in lower case; nil for what is no tag.
  static func primary(_ tag: String?) -> String? {
    guard let first = tag?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first else { return nil }
    let code = first.lowercased()
    return (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { (0x61...0x7A).contains($0) } ? code : nil
  }
}

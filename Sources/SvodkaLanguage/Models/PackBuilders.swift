/// The formats of published models that the program reads.
enum PackBuilders {
  static let all: [any PackBuilder] = [
    SlovnetPackBuilder(), NavecPackBuilder(), OpenCorporaPackBuilder(), SpacyPackBuilder(),
  ]

  static func builder(of format: String) -> (any PackBuilder)? { all.first { type(of: $0).format == format } }
}

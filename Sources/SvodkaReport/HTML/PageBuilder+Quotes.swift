import SvodkaKit

extension PageBuilder {
  /// A sentence with its findings marked, and where it stands.
  func quote(_ evidence: ReportEvidence) -> EvidenceView {
    let layout = EvidenceLanes(evidence)
    let document = quotes.documents[evidence.document]
    var entries: [KeyView.Entry] = []
    for (index, highlight) in evidence.findings.enumerated() where !highlight.label.isEmpty {
      entries.append(
        .init(
          style: HTMLText("k\(layout.lanes[index])"), shape: HTMLText(Shape.square), label: HTMLText(highlight.label)))
    }
    let origin = [document?.title ?? evidence.document, document?.source, document?.date, document?.language]
    return EvidenceView(
      anchor: HTMLText(evidence.id), quoteLanguage: (document?.language).map { HTMLText($0) },
      segments: layout.segments.map { segment in
        .init(text: HTMLText(segment.text), lanes: segment.lanes.map { HTMLText("l\($0)") })
      },
      legend: entries.isEmpty ? nil : KeyView(entries: entries),
      origin: HTMLText(origin.compactMap { $0 }.joined(separator: " · ")),
      address: document.flatMap(SafeAddress.of).map { HTMLText($0) })
  }
}

/// Addresses that a page may lead to.
enum SafeAddress {
  /// The document's address on the web, or its file; nil for an address of another kind, such as one that would run a script.
  static func of(_ document: ReportDocument) -> String? {
    if let url = document.url, ["http://", "https://"].contains(where: { url.lowercased().hasPrefix($0) }) {
      return url
    }
    guard let path = document.path, !path.isEmpty, path != "-" else { return nil }
    // Written so that no part of a path is taken for a scheme, a query or a fragment.
    let escaped = path.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      return scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "/-._~".unicodeScalars.contains(scalar))
        ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
    if path.hasPrefix("/") { return "file://" + escaped }
    return path.hasPrefix(".") ? escaped : "./" + escaped
  }
}

/// The signs of charts, drawn around a point in a field of 12 by 12.
enum Shape {
  static let circle = "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z"
  static let square = "M-4 -4h8v8h-8z"
  static let diamond = "M0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z"
  static let triangle = "M0 -5.2l5.2 9h-10.4z"
  /// Points up from a lower end that is open above.
  static let arrow = "M-4 -9l4 -6l4 6z"

  /// The sign of a series, so that series are told apart without colours as well.
  static func of(series index: Int) -> String { [circle, square, diamond, triangle][((index % 4) + 4) % 4] }
}

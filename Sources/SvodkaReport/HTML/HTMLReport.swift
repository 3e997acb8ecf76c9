public import SvodkaKit
import Mustache
import SvodkaResources

/// Writes a report as one page that stands alone: no network, no other file, no script but its own.
///
/// Every figure links to the sentences on which it rests. Without scripts the links lead to the list of sentences at the end; with them
/// they open beside the figure, and tables sort.
public struct HTMLReport: Sendable {
  private static let owner = "SvodkaReport"
  private static let templates = [
    "page", "block", "statements", "flag", "link", "table", "key", "bars", "timeline", "matrix", "evidence",
  ]

  private let library: MustacheLibrary
  private let style: String
  private let script: String

  /// Reads templates, style and script.
  ///
  /// - Throws: `R101` when one is missing, `R102` when a template cannot be understood.
  public init(resources: any ResourceProvider) throws(AnalysisError) {
    var library = MustacheLibrary()
    for name in Self.templates {
      let (bytes, file) = try resources.read("Tables/html/\(name).mustache", of: Self.owner)
      do { try library.register(String(decoding: bytes, as: UTF8.self), named: name) } catch {
        throw AnalysisError(
          .brokenResource, "\(file) is no template that can be read: restore it", cause: String(describing: error))
      }
    }
    self.library = library
    style = String(decoding: try resources.read("Tables/html/report.css", of: Self.owner).bytes, as: UTF8.self)
    script = String(decoding: try resources.read("Tables/html/report.js", of: Self.owner).bytes, as: UTF8.self)
  }

  /// The page, in UTF-8.
  public func bytes(_ report: Report, wording: any ReportWording) -> [UInt8] {
    let page = PageBuilder(report, wording: wording, sheet: style).page(script: script, policy: policy)
    return Array((library.render(page, withTemplate: "page") ?? "").utf8)
  }

  /// What the page may do: show its own style and run its own script, known by their SHA-256. Nothing is fetched, sent or framed.
  private var policy: String {
    "default-src 'none'; style-src '\(Self.digest(style))'; script-src '\(Self.digest(script))'; "
      + "base-uri 'none'; form-action 'none'"
  }

  /// A digest as a content security policy writes it.
  static func digest(_ text: String) -> String { "sha256-" + Base64.text(SHA256.bytes(Array(text.utf8))) }
}

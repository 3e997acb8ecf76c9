import SvodkaKit

/// The messages of the protocol, as lines.
enum PluginMessage {
  static func hello(host: String, settings: JSONValue?) -> [UInt8] {
    line([
      .init("type", "hello"), .init("protocol", .int(PluginReady.version)), .init("host", .string(host)),
      .init("capabilities", ["batch", "cancel"]), .init("settings", settings ?? .object([])),
    ])
  }

  /// A document with the layers that the plugin declared; one that nothing has made for it is left out.
  static func document(
    _ document: DocumentView, layers: [String], offsets: ScalarOffsets
  ) throws(AnalysisError) -> [UInt8] {
    var written: [JSONValue.Member] = []
    for name in layers {
      guard let row = PluginLayers.row(name), let value = try row.write(document, offsets) else { continue }
      written.append(.init(name, value))
    }
    let metadata = document.metadata
    let context: [JSONValue.Member] = [
      .init("title", .optional(metadata.title)), .init("source", .optional(metadata.source)),
      .init("date", .optional(metadata.date)), .init("url", .optional(metadata.url)),
      .init("author", .array(metadata.author.map { .string($0) })),
    ]
    return line([
      .init("type", "document"), .init("id", .string(document.id)), .init("text", .string(document.text.string)),
      .init("lang", .string(document.language)), .init("layers", .object(written)), .init("context", .object(context)),
    ])
  }

  static func cancel(_ id: String) -> [UInt8] { line([.init("type", "cancel"), .init("id", .string(id))]) }

  static let bye = line([.init("type", "bye")])

  private static func line(_ members: [JSONValue.Member]) -> [UInt8] {
    var out: [UInt8] = []
    JSONValue.object(members).write(to: &out)
    out.append(0x0A)
    return out
  }
}

/// What a line that a plugin wrote says.
enum PluginAnswer {
  case ready(JSONValue)
  case result(id: String, findings: JSONValue?)
  case error(id: String, code: String?, message: String)
  /// JSON of a kind that this program does not know; newer plugins may send it.
  case other
  /// Not JSON, with what is wrong; `id` where it could be read all the same.
  case junk(reason: String, id: String?)

  init(_ bytes: [UInt8]) {
    do throws(JSONLine.Failure) { self.init(try JSONLine.value(of: bytes)) } catch {
      // Bytes that are no UTF-8 inside an answer: its document fails at once and not when its time is over.
      let mended = Array(String(decoding: bytes, as: UTF8.self).utf8)
      let id = mended == bytes ? nil : (try? JSONLine.value(of: mended))?["id"]?.string
      self = .junk(reason: error.reason, id: id)
    }
  }

  private init(_ value: JSONValue) {
    guard value.members != nil else {
      self = .junk(reason: "it is no object", id: nil)
      return
    }
    switch (value["type"]?.string, value["id"]?.string) {
    case ("ready", _): self = .ready(value)
    case ("result", let id?): self = .result(id: id, findings: value["findings"])
    case ("error", let id?):
      self = .error(
        id: id, code: value["code"]?.string, message: value["message"]?.string ?? "the plugin gave no message")
    case ("result", nil), ("error", nil): self = .junk(reason: "it names no document", id: nil)
    default: self = .other
    }
  }

  /// The first 80 characters of a line, for a message.
  static func excerpt(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes.prefix(400), as: UTF8.self)
    let shown = String(text.unicodeScalars.prefix(80).map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
    return shown.unicodeScalars.count < text.unicodeScalars.count || bytes.count > 400 ? shown + "…" : shown
  }
}

import SvodkaKit

/// Holds what a plugin found to what every analyzer owes: objects with their place in the text, quotations that are there.
struct FindingCheck {
  /// What is wrong, in words.
  struct Failure: Error {
    var reason: String
  }

  private let text: DocumentText
  private let offsets: ScalarOffsets
  private let name: String

  init(text: DocumentText, offsets: ScalarOffsets, name: String) {
    self.text = text
    self.offsets = offsets
    self.name = name
  }

  /// The findings in the order of the text, each with the evidence and the id that it did not give itself.
  func checked(_ findings: JSONValue?) throws(Failure) -> [JSONValue] {
    guard let findings = findings?.array else { throw Failure(reason: "its 'findings' are no list") }
    var placed: [(start: Int, end: Int, members: [JSONValue.Member])] = []
    for (index, finding) in findings.enumerated() {
      placed.append(try placing(finding, number: index + 1))
    }
    let order = placed.indices.sorted { a, b in
      (placed[a].start, -placed[a].end, a) < (placed[b].start, -placed[b].end, b)
    }
    var ids: Set<String> = []
    var checked: [JSONValue] = []
    for (index, place) in order.enumerated() {
      var members = placed[place].members
      if !members.contains(where: { $0.key == "id" }) {
        members.insert(.init("id", .string("\(name)-\(index + 1)")), at: 0)
      }
      guard let id = members.first(where: { $0.key == "id" })?.value.string, !id.isEmpty else {
        throw Failure(reason: "finding \(place + 1): its 'id' is no text")
      }
      guard ids.insert(id).inserted else { throw Failure(reason: "the id '\(id)' comes twice") }
      checked.append(.object(members))
    }
    return checked
  }

  private func placing(
    _ finding: JSONValue, number: Int
  ) throws(Failure) -> (start: Int, end: Int, members: [JSONValue.Member]) {
    guard var members = finding.members else { throw Failure(reason: "finding \(number) is no object") }
    guard let start = finding["start"]?.int, let end = finding["end"]?.int else {
      throw Failure(reason: "finding \(number) has no 'start' and 'end': a finding says where it stands")
    }
    if let problem = problem(in: finding) { throw Failure(reason: "finding \(number): \(problem)") }
    if finding["evidence"] == nil {
      let place = members.firstIndex { $0.key == "end" }.map { $0 + 1 } ?? members.count
      members.insert(.init("evidence", .string(quote(start, end))), at: place)
    }
    return (start, end, members)
  }

  private func quote(_ start: Int, _ end: Int) -> String {
    text[TextSpan(offsets.byte(atScalar: start), offsets.byte(atScalar: end))]
  }

  /// What does not fit the text in a finding or in what it holds: `text` or `evidence` beside `start` and `end` is a quotation.
  private func problem(in value: JSONValue) -> String? {
    switch value {
    case .array(let values): return values.lazy.compactMap(problem).first
    case .object(let members):
      if let start = value["start"]?.int, let end = value["end"]?.int {
        guard 0 <= start, start <= end, end <= offsets.count else {
          return "\(start)..<\(end) lies outside the text of \(offsets.count) characters"
        }
        for key in ["evidence", "text"] {
          guard let said = value[key]?.string else { continue }
          let stands = quote(start, end)
          guard said.utf8.elementsEqual(stands.utf8) else {
            return "'\(key)' says «\(Self.short(said))», at \(start)..<\(end) stands «\(Self.short(stands))»"
          }
        }
      }
      return members.lazy.compactMap { problem(in: $0.value) }.first
    default: return nil
    }
  }

  private static func short(_ text: String) -> String { text.count <= 60 ? text : text.prefix(60) + "…" }
}

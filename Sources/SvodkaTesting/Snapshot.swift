import Foundation

/// A text that is not what its snapshot says.
public struct SnapshotMismatch: Error, Sendable, CustomStringConvertible {
  /// The snapshot's file.
  public var file: String
  /// The first line that differs, or that there is no snapshot, and how to record one.
  public var description: String
}

/// Compares a text with the snapshot `Snapshots/NAME` beside the test's file. With `RECORD_SNAPSHOTS=1` it is written instead.
///
/// - Throws: ``SnapshotMismatch`` when the text is another or there is no snapshot.
public func snapshot(_ text: String, named name: String, file: String = #filePath) throws {
  let recorded = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  try Snapshot(folder: URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: "Snapshots").path)
    .check(text, named: name, records: recorded)
}

/// A folder of snapshots.
struct Snapshot {
  let folder: String

  func check(_ text: String, named name: String, records: Bool) throws {
    // Without `..`, since the folder of the snapshots need not be there.
    let path = URL(fileURLWithPath: "\(folder)/\(name)").standardized.path
    if records {
      try FileManager.default.createDirectory(
        atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      return
    }
    let advice = "run the test with RECORD_SNAPSHOTS=1 and look at the change"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SnapshotMismatch(file: path, description: "there is no snapshot \(path): \(advice)")
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard expected != text else { return }
    let (old, new) = (
      expected.split(separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(old, new).prefix { $0 == $1 }.count
    let show = { (lines: [Substring]) in line < lines.count ? "«\(lines[line])»" : "no line" }
    throw SnapshotMismatch(
      file: path,
      description:
        "\(path):\(line + 1): the snapshot has \(show(old)), now there is \(show(new)). If that is right, \(advice)"
    )
  }
}

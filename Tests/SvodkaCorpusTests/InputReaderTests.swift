import Foundation
import SvodkaCorpus
import SvodkaKit
import Testing

@Suite struct InputReaderTests {
  @Test func walksFoldersInTheOrderOfBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/2.txt", "a/10.txt", "Z.txt", "ж.txt", ".hidden.txt", "b_files/frame.html", "b.png"] {
      try folder.write(name, "text")
    }
    try folder.write("b.html", "<html><p>text</p></html>")
    let found = try readAll([folder.path]).map(\.name)
    #expect(found == ["Z.txt", "a/10.txt", "a/2.txt", "b.html", "b.txt", "ж.txt"])
  }

  @Test func namesDocumentsByTheirPathWhenSeveralPathsAreGiven() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write("herald/1.txt", "one")
    let second = try folder.write("courier/1.txt", "two")
    #expect(try readAll([first, second]).map(\.name) == [first, second])
    #expect(try readAll([first]).map(\.name) == ["1.txt"])
  }

  @Test func expandsPatterns() throws {
    let folder = try TemporaryFolder()
    for name in ["x/1.txt", "x/2.md", "y/3.txt"] { try folder.write(name, "text") }
    #expect(try readAll([folder.path + "/*/*.txt"]).map(\.name) == ["x/1.txt", "y/3.txt"])
    let error = #expect(throws: AnalysisError.self) { try InputReader(paths: [folder.path + "/*.pdf"]) }
    #expect(error?.code == "I102")
  }

  @Test func tellsKindsByNameAndContent() throws {
    let folder = try TemporaryFolder()
    try folder.write("1.txt", "  <!DOCTYPE html><p>a page that was saved as text</p>")
    try folder.write("2.txt", "{ braces open this text }")
    try folder.write("3", "\n <div class='x'>a page</div>")
    try folder.write("4", "\n {\"id\": \"a\", \"text\": \"b\"}")
    try folder.write("5.htm", "no mark-up at all")
    try folder.write("6", Array("\u{FEFF}<html>".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    let kinds = try readAll([folder.path]).map(\.kind)
    #expect(kinds == [.html, .text, .html, .row, .html, .html])
  }

  @Test func inflatesGzipAndCountsWhatLiesOnTheDisk() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("rows.jsonl.gz", Gzip.rows)
    var reader = try InputReader(paths: [file])
    #expect(try reader.next()?.get().bytes == Array(#"{"id":"a","text":"x"}"#.utf8))
    #expect(try reader.next()?.get().line == 2)
    #expect(reader.next() == nil)
    #expect(reader.totalBytes == Gzip.rows.count)
    #expect(reader.bytesRead == Gzip.rows.count)
  }

  @Test func damagedGzipIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("cut.jsonl.gz", Array(Gzip.rows.dropLast(6)))
    try folder.write("flipped.txt.gz", Gzip.rows.enumerated().map { $0.offset == 20 ? $0.element ^ 0xFF : $0.element })
    let all = try outcomes([folder.path])
    #expect(all.filter { $0.hasPrefix("! I108") }.count == 2)
  }

  @Test func aBombIsStoppedAtTheLimitOfAPage() throws {
    let folder = try TemporaryFolder()
    try folder.write("bomb.txt.gz", Gzip.bomb)
    var options = InputOptions()
    options.pageLimit = 64 << 10
    var reader = try InputReader(paths: [folder.path], options: options)
    guard case .failure(let error)? = reader.next() else { return #expect(Bool(false), "expected an error") }
    #expect(error.code == "I107")
    #expect(error.message.contains("page-limit"))
    #expect(reader.bytesRead < Gzip.bomb.count + 1)
  }

  @Test func aLineOverTheLimitIsAnErrorAndTheRunGoesOn() throws {
    let folder = try TemporaryFolder()
    let long = #"{"id":"b","text":""# + String(repeating: "x", count: 3 << 20) + #""}"#
    let file = try folder.write(
      "rows.jsonl", [#"{"id":"a","text":"1"}"#, long, "", #"{"id":"c","text":"3"}"#].joined(separator: "\r\n"))
    var options = InputOptions()
    options.lineLimit = 1 << 20
    #expect(try outcomes([file], input: options) == ["a: 1", "! I107:2", "c: 3"])
  }

  @Test func whatCannotBeReadIsAnErrorAndTheRunGoesOn() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "first")
    try folder.link("b.txt", to: "/nowhere/at/all")
    try folder.write("c.txt", "third")
    try folder.link("loop", to: folder.path)
    #expect(try outcomes([folder.path]) == ["a.txt: first", "! I101", "c.txt: third"])
  }

  @Test(.enabled(if: getuid() != 0, "root may read every folder"))
  func aFolderWithoutRightsIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/1.txt", "first")
    try folder.write("b.txt", "second")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path + "/a")
    #expect(try outcomes([folder.path]) == ["! I101", "b.txt: second"])
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/a")
  }

  @Test func aFileThatVanishesIsAnError() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write("a.txt", "first")
    let second = try folder.write("b.txt", "second")
    var reader = try InputReader(paths: [first, second])
    #expect(try reader.next()?.get().bytes == Array("first".utf8))
    try FileManager.default.removeItem(atPath: second)
    guard case .failure(let error)? = reader.next() else { return #expect(Bool(false), "expected an error") }
    #expect(error.code == "I101")
    #expect(reader.next() == nil)
  }

  @Test func aPathThatIsNotThereIsToldAtOnce() {
    let error = #expect(throws: AnalysisError.self) { try InputReader(paths: ["/nowhere/page.html"]) }
    #expect(error?.code == "I102")
  }
}

import SvodkaCorpus
import SvodkaKit
import Testing

@Suite struct RowTests {
  @Test func takesWhatTheContractNamesAndKeepsTheRestAsMeta() throws {
    let read = read(
      row: """
        {"id": "a", "text": "Body.", "title": "T", "lang": "ru-RU", "source": "Herald", "date": "2016-01-30T09:00:00+03:00",
        "url": "https://example.org/a", "author": ["A. Writer", "B. Writer"], "zone": 3, "area": {"y": [1, 2.5, null, true]}}
        """.replacing("\n", with: ""))
    let document = try read.document.get()
    #expect(document.id == "a")
    #expect(document.text.string == "Body.")
    #expect(document.language == "ru")
    #expect(document.textIs == .input)
    #expect(document.metadata.title == "T")
    #expect(document.metadata.source == "Herald")
    #expect(document.metadata.date == "2016-01-30T09:00:00+03:00")
    #expect(document.metadata.author == ["A. Writer", "B. Writer"])
    #expect(
      JSONValue.object(document.metadata.extra).json() == #"{"area": {"y": [1, 2.5, null, true]}, "zone": 3}"#)
    #expect(read.warnings.isEmpty)
  }

  @Test func oneAuthorMayBeAString() throws {
    #expect(
      try read(row: #"{"id":"a","text":"b","author":"A. Writer"}"#).document.get().metadata.author == ["A. Writer"])
  }

  @Test func nothingIsSaidOfALanguageThatIsNotGiven() throws {
    #expect(try read(row: #"{"id":"a","text":"b","lang":null}"#).document.get().language == "und")
  }

  @Test func theTextIsTakenAsItStands() throws {
    let read = read(row: #"{"id":"a","text":"  One\r\n\r\nSign up for our newsletter \ud83d\ude00\u0000"}"#)
    #expect(try read.document.get().text.string == "  One\r\n\r\nSign up for our newsletter 😀\0")
  }

  @Test(arguments: [
    (#"{"id":"a","text":"b""#, "I103"), (#"["a"]"#, "I103"), (#"{"id":"a","text":"\ud800"}"#, "I103"),
    (#"{"text":"b"}"#, "I105"), (#"{"id":null,"text":"b"}"#, "I105"), (#"{"id":"","text":"b"}"#, "I105"),
    (#"{"id":"a"}"#, "I110"), (#"{"id":"a","text":7}"#, "I110"), (#"{"id":7,"text":"b"}"#, "I110"),
    (#"{"id":"a","text":"b","author":[1]}"#, "I110"), (#"{"id":"a","text":"b","meta":[]}"#, "I110"),
  ])
  func brokenRowsAreErrorsWithTheirPlace(row: String, code: String) {
    let read = read(row: row)
    guard case .failure(let error) = read.document else { return #expect(Bool(false), "expected an error") }
    #expect(error.code == code)
    #expect(error.location?.description == "rows.jsonl:7")
    #expect(read.line == 7)
  }

  @Test func theIdOfARowWithAWrongFieldIsKept() {
    #expect(read(row: #"{"author":5,"id":"a","text":"b"}"#).id == "a")
  }

  @Test(arguments: [
    "2016-01-30", "2016-01-30T09:05Z", "2016-01-30T09:05:59.5+03:00", "2016-02-29T23:59:60-0330", "2016-01-30T09:05+03",
  ])
  func datesOfISO8601AreTaken(date: String) throws {
    let read = read(row: #"{"id":"a","text":"b","date":"\#(date)"}"#)
    #expect(try read.document.get().metadata.date == date)
    #expect(read.warnings.isEmpty)
  }

  @Test(arguments: [
    "2016-02-30", "30.01.2016", "2016-01-30T09:05", "2016-01-30 09:05Z", "2016-01", "2016-01-30T25:00Z", "yesterday",
    "",
  ])
  func otherDatesAreWarnings(date: String) throws {
    let read = read(row: #"{"id":"a","text":"b","date":"\#(date)"}"#)
    let metadata = try read.document.get().metadata
    #expect(metadata.date == nil)
    #expect(metadata.extra == [.init("date_raw", .string(date))])
    #expect(read.warnings.map(\.code) == ["I109"])
  }

  @Test func brokenBytesAreReplacedWithAWarning() throws {
    let bytes = Array(#"{"id":"a","text":"x"#.utf8) + [0xFF] + Array(#"y"}"#.utf8)
    let read = DocumentReader(options: ReadingOptions(), resources: NoResources())
      .read(RawInput(line: 1, kind: .row, bytes: bytes))
    #expect(try read.document.get().text.string == "x\u{FFFD}y")
    #expect(read.warnings.count == 1)
  }

  @Test func rowsNeedNoTable() throws {
    let read = DocumentReader(options: ReadingOptions(), resources: NoResources())
      .read(RawInput(line: 1, kind: .row, bytes: Array(#"{"id":"a","text":"b"}"#.utf8)))
    #expect(try read.document.get().text.string == "b")
    #expect(read.sha256 == "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d")
  }
}

/// Has no data file at all.
struct NoResources: ResourceProvider {
  func read(_ path: String, of owner: String) throws(AnalysisError) -> (bytes: [UInt8], file: String) {
    throw AnalysisError(.missingResource, "\(owner)/\(path)")
  }
}

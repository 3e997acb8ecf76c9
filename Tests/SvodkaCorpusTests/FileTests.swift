import SvodkaCorpus
import SvodkaKit
import SvodkaMarkup
import SvodkaResources
import Testing

@Suite struct FileTests {
  private func read(_ bytes: [UInt8], kind: RawInput.Kind = .text, options: ReadingOptions = ReadingOptions())
    -> ReadDocument
  {
    DocumentReader(options: options, resources: ResourceLoader())
      .read(RawInput(path: "herald/2016-01-26-strike.txt", name: "2016-01-26-strike.txt", kind: kind, bytes: bytes))
  }

  @Test func anEmptyFileIsAnEmptyDocument() throws {
    let read = read([])
    #expect(try read.document.get().text.string == "")
    #expect(read.id == "2016-01-26-strike.txt")
    #expect(read.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test(arguments: [
    Array("%PDF-1.7 and so on".utf8), [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], Array("text with a \0 in it".utf8),
    [UInt8](repeating: 1, count: 64),
  ])
  func whatIsNoTextIsAnError(bytes: [UInt8]) {
    guard case .failure(let error) = read(bytes).document else { return #expect(Bool(false), "expected an error") }
    #expect(error.code == "I106")
    #expect(error.document == "2016-01-26-strike.txt")
  }

  @Test func brokenBytesAreReplacedAndReadOn() throws {
    let document = try read(Array("до обрыва ".utf8) + [0xE2, 0x82] + Array(" и после".utf8)).document.get()
    #expect(document.text.string == "до обрыва \u{FFFD} и после")
  }

  @Test func aByteOrderMarkIsDropped() throws {
    #expect(try read([0xEF, 0xBB, 0xBF] + Array("text".utf8)).document.get().text.string == "text")
  }

  private static let page = """
    <!DOCTYPE html><html lang="ru"><head><meta charset="windows-1251"><title>Забастовка на островах</title></head><body>
    <nav><a href="/">Главная</a> <a href="/news">Новости</a></nav><h1>Забастовка на островах</h1>
    <p>Экипажи северной линии в понедельник решили не выходить на работу ещё семь дней, сообщил профсоюз.</p>
    <p>Портовое управление сообщило, что топлива хватит до пятницы, и попросило помощи у флота.</p>
    <p>Переговоры продолжатся в среду в окружном центре, на посредника согласились обе стороны.</p></body></html>
    """

  @Test func pagesAreDecodedBeforeTheyAreRead() throws {
    let bytes = Self.page.unicodeScalars.map { scalar -> UInt8 in
      switch scalar.value {
      case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)
      case 0x451: 0xB8
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
    let read = read(bytes, kind: .html)
    let document = try read.document.get()
    #expect(read.encoding == "windows-1251")
    #expect(document.metadata.title == "Забастовка на островах")
    #expect(
      document.text.string.hasPrefix("Экипажи северной линии в понедельник решили не выходить на работу ещё семь дней"))
    #expect(document.language == "ru")
    #expect(document.textIs == .article)
    #expect(read.removed.contains { $0.kind == .menu })
  }

  @Test func furnitureMayStay() throws {
    var options = ReadingOptions()
    options.dropFurniture = false
    let document = try read(
      Array(Self.page.replacing("windows-1251", with: "utf-8").utf8), kind: .html, options: options
    )
    .document.get()
    #expect(document.text.string.hasPrefix("Главная Новости\n\nЗабастовка на островах\n\nЭкипажи"))
    #expect(document.textIs == .input)
  }

  @Test func metadataComeFromTheCommandLineAndThePath() throws {
    var options = ReadingOptions()
    try options.additions.add("source=The Herald")
    try options.additions.add("desk=foreign")
    try options.additions.add(pathPattern: "{source}/{date}-{slug}.txt")
    let metadata = try read(Array("text".utf8), options: options).document.get().metadata
    #expect(metadata.source == "The Herald")
    #expect(metadata.date == "2016-01-26")
    #expect(metadata.extra == [.init("slug", "strike"), .init("desk", "foreign")])
  }

  @Test func aPathThatDoesNotFitIsAWarning() throws {
    var options = ReadingOptions()
    try options.additions.add(pathPattern: "{source}_{date}.txt")
    let read = read(Array("text".utf8), options: options)
    #expect(read.warnings.map(\.code) == ["C101"])
    #expect(try read.document.get().metadata.source == nil)
  }

  @Test(arguments: ["source", "=Herald", "date=30.01.2016"])
  func assignmentsThatAreNoneAreErrors(text: String) {
    var additions = MetadataAdditions()
    let error = #expect(throws: AnalysisError.self) { try additions.add(text) }
    #expect(error?.code == "C101")
  }

  @Test(arguments: ["*.html", "{source", "source}", "{}/x", "{a}{b}.html", "{a}/{a}.html"])
  func patternsThatCannotWorkAreErrors(text: String) {
    var additions = MetadataAdditions()
    let error = #expect(throws: AnalysisError.self) { try additions.add(pathPattern: text) }
    #expect(error?.code == "C101")
  }
}

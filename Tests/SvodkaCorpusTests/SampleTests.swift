import Foundation
import SvodkaCorpus
import SvodkaKit
import SvodkaMarkup
import SvodkaResources
import Testing

/// The pages of the two newsrooms, read as the program reads them.
@Suite struct SampleTests {
  private func read() throws -> [(document: Document, read: ReadDocument)] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Samples/two-newsrooms").path
    var options = ReadingOptions()
    try options.additions.add(pathPattern: "{source}/{date}-*")
    let documents = DocumentReader(options: options, resources: ResourceLoader())
    return try readAll([folder]).map {
      let read = documents.read($0)
      return (try read.document.get(), read)
    }
  }

  @Test func everyPageGivesItsBodyAndNothingElse() throws {
    let furniture = [
      "newsletter", "Sign up", "cookie", "Monthly", "Read more", "Related", "Print this", "Photo:", "Reuters",
      "All rights", "Comments",
      "logged in", "can be reached", "Читайте также", "Подписывайтесь", "рассылк", "Поделиться", "Ежемесячно", "ctrl",
      "Ctrl", "отказываемся молчать",
      "иностранных агентов", "Комментарии", "Лента", "Фото:", "Реклама", "просмотров",
    ]
    for (document, _) in try read() {
      let text = document.text.string
      for words in furniture { #expect(!text.contains(words), "\(document.id) still holds \(words)") }
      #expect(
        (5...13).contains(text.split(separator: "\n").count),
        "\(document.id) has \(text.split(separator: "\n").count) lines")
      #expect(document.textIs == .article)
    }
  }

  @Test func firstAndLastParagraphsAreKept() throws {
    let ends = [
      ("At least 38 people", "a list of the dead by name."), ("Talks meant to end", "\"Ask the pilots.\""),
      ("Government envoy walks", "until Sunday."), ("The number of people", "of last autumn."),
      ("Министерство обороны Сирии", "без предварительных условий."),
      ("Межсирийские переговоры", "семи военнослужащих."),
      ("Глава делегации Дамаска", "тридцати солдат."), ("Больница города", "52 человека."),
    ]
    let documents = try read().map(\.document)
    #expect(documents.count == ends.count)
    for (document, (first, last)) in zip(documents, ends) {
      #expect(document.text.string.hasPrefix(first), "\(document.id): \(document.text.string.prefix(60))")
      let end = last == "of last autumn." ? "the whole of last autumn." : last
      #expect(document.text.string.hasSuffix(end), "\(document.id): \(document.text.string.suffix(60))")
    }
  }

  @Test func metadataAreRead() throws {
    let documents = try read().map(\.document)
    #expect(
      documents.compactMap(\.metadata.title) == [
        "Dozens killed as strike hits market in Tal Sabiya", "Almaty talks open with one chair empty",
        "Government envoy walks out after an hour as Almaty talks stall",
        "Toll in Tal Sabiya raised to 52 as opposition agrees to talks",
        "Удар по рынку в Тель-Сабии: стороны называют разные цифры", "Переговоры в Алма-Ате начались без оппозиции",
        "Глава делегации Дамаска покинул переговоры через час после начала",
        "Число жертв в Тель-Сабии выросло до 52, оппозиция едет в Алма-Ату",
      ])
    #expect(
      documents.map { $0.metadata.author.joined(separator: ", ") } == [
        "Ellen Marsh, Karim Osman", "Ellen Marsh", "", "Karim Osman", "Ирина Соболева", "Павел Громов", "",
        "Ирина Соболева, Павел Громов",
      ])
    #expect(
      documents.map { $0.metadata.day?.description ?? "" } == [
        "2016-01-26", "2016-01-28", "2016-01-29", "2016-01-30", "2016-01-26", "2016-01-28", "2016-01-29", "2016-01-30",
      ])
    #expect(Set(documents.compactMap(\.metadata.source)) == ["herald", "kurier"])
    #expect(documents.map(\.language) == ["en", "en", "und", "en", "ru", "ru", "und", "ru"])
  }

  @Test func thePageInAnOldEncodingIsKnown() throws {
    #expect(try read().compactMap(\.read.encoding).filter { $0 != "UTF-8" } == ["windows-1251"])
  }
}

import SvodkaKit
import SvodkaResources
import SvodkaText
import Testing

@Suite struct LanguageIdentifierTests {
  private let identifier: LanguageIdentifier
  init() throws { identifier = try LanguageIdentifier(resources: ResourceLoader()) }

  @Test(arguments: [
    ("ru", "Министр заявил, что переговоры продолжатся на следующей неделе."),
    ("ru", "ПЕРЕГОВОРЫ ПРОДОЛЖАТСЯ НА СЛЕДУЮЩЕЙ НЕДЕЛЕ"),
    ("uk", "Міністр заявив, що переговори продовжаться наступного тижня."),
    ("be", "Міністр заявіў, што перамовы працягнуцца на наступным тыдні."),
    ("bg", "Министърът заяви, че преговорите ще продължат през следващата седмица."),
    ("sr", "Министар је изјавио да ће се преговори наставити следеће недеље."),
    ("sr", "Ministar je izjavio da će se pregovori nastaviti sledeće nedelje."),
    ("mk", "Министерот изјави дека преговорите ќе продолжат следната недела."),
    ("en", "The minister said that the talks would continue next week."),
    ("en", "TALKS WILL CONTINUE NEXT WEEK, THE MINISTER SAID"),
    ("fr", "Le ministre a déclaré que les négociations se poursuivraient la semaine prochaine."),
    ("de", "Der Minister erklärte, die Verhandlungen würden in der nächsten Woche fortgesetzt."),
    ("es", "El ministro declaró que las negociaciones continuarán la próxima semana."),
    ("it", "Il ministro ha dichiarato che i negoziati continueranno la prossima settimana."),
    ("pl", "Minister oświadczył, że rozmowy będą kontynuowane w przyszłym tygodniu."),
    ("en", "Sergei Lavrov met Volodymyr Zelensky and Recep Tayyip Erdogan in Ankara on Friday."),
    ("ru", "Глава МИД Ирана Хоссейн Амир Абдоллахиян прибыл в Дамаск, его встретил Фейсал Микдад."),
    ("ru", "Погибло: 3. Пострадало: 17. Пропали без вести: 2."),
    ("ru", "Госпитализировано: 9. Эвакуировано: 212."),
    ("ru", "Сводка на 8:00. Погибло: 3 (в т.ч. 1 ребёнок). Госпитализировано: 9. Привлечено: 140 чел."),
    ("bg", "Ранени са 12 души, каза пред «Эхо Москвы» говорителят на полицията в Пловдив."),
    ("ru", "В Reuters и BBC сообщили, что Human Rights Watch закрывает офис."),
  ]) func `a sentence is enough`(language: String, sentence: String) {
    #expect(identifier.identify(DocumentText(sentence)) == language)
  }

  @Test(arguments: [
    "", "12.07.2024 — 15:30", "Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία.", "政府は新しい措置を発表した。",
    "Ministr zayavil, chto peregovory prodolzhatsya na sleduyushchey nedele v Zheneve.",
    "Glava gosudarstva podpisal ukaz o naznachenii novogo posla v etoj strane.",
  ]) func `what cannot be told is und`(text: String) {
    #expect(identifier.identify(DocumentText(text)) == "und")
  }

  @Test func `a mixed page has its languages by paragraph`() {
    let text: DocumentText = """
      The two sides met for the third time this month, officials said on Monday.

      Стороны встретились в третий раз за месяц, сообщили чиновники в понедельник.
      Сергей Орлов
      Сторони зустрілися втретє за місяць, повідомили чиновники у понеділок, але її не було.
      Никто из участников не рассказал журналистам о содержании этой долгой беседы за закрытыми дверями.
      """
    #expect(identifier.paragraphs(text).map(\.language) == ["en", "ru", "ru", "uk", "ru"])
    #expect(identifier.identify(text) == "ru")
    for guess in identifier.paragraphs(text) { #expect(guess.confidence > 0 && guess.confidence <= 1) }
  }

  @Test func `a long text takes no longer than a short one`() {
    let paragraph = "Переговоры продолжатся на следующей неделе, сообщили в министерстве.\n"
    let text = DocumentText(String(repeating: paragraph, count: 20_000))
    #expect(identifier.identify(text) == "ru")
  }

  @Test func `random text never crashes it`() {
    var random = SplitMix(seed: 11)
    for _ in 0..<200 {
      let scalars = (0..<50).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x1FFFF, using: &random) >> UInt32.random(in: 0...10, using: &random))
      }
      let text = DocumentText(String(String.UnicodeScalarView(scalars)))
      _ = identifier.identify(text)
      #expect(identifier.paragraphs(text).allSatisfy { text.span.contains($0.span) })
    }
  }
}

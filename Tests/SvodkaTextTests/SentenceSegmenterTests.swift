import SvodkaKit
import SvodkaResources
import SvodkaText
import Testing

@Suite struct SentenceSegmenterTests {
  /// Each row is a paragraph; `|` marks where sentences are divided, and nowhere else.
  private func expect(_ language: String, _ rows: String) throws {
    let segmenter = try SentenceSegmenter(language: language, resources: ResourceLoader())
    for row in rows.split(separator: "\n") {
      let text = DocumentText(String(row).replacing("|", with: ""))
      let found = try segmenter.sentences(in: text, paragraph: text.span)
      var marked = ""
      for (i, span) in found.enumerated() {
        if i > 0 { marked += text[TextSpan(found[i - 1].end, span.start)] + "|" }
        marked += text[span]
      }
      #expect(marked == String(row))
    }
  }

  @Test func `abbreviations do not end Russian sentences`() throws {
    try expect(
      "ru",
      """
      Он родился в г. Туле в 1961 г. и вырос на ул. Ленина, д. 5, кв. 12.
      В 2014 г. Крайнов уехал. |В 2015 г. он вернулся.
      Ущерб — 3 млн руб. |Компания молчит.
      Бюджет вырос на 20 тыс. долл. и 5 млрд. евро, т. е. вдвое.
      Завод им. Кирова, т. н. «старый», стоит с XIX в. |Он закрыт.
      Академик РАН, проф. Иванов и ген. Петров приехали, и т. д. |Потом уехали.
      Ген.-лейт. Сомов, и.о. министра, ответил: см. стр. 5 и рис. 3.
      Встреча начнётся в 10.30 мск. |Позже выступит министр.
      Цены выросли на 2,5 процента и 1.200 рублей. |Это рекорд.
      Погибли 5 чел. |Ранены 7.
      """)
  }

  @Test func `initials stand before and behind a surname`() throws {
    try expect(
      "ru",
      """
      Об этом сообщил С. В. Орлов. |Его слова подтвердил Ю.М. Белкин.
      В комиссию вошли Орлов С. В., Белкин Ю. М. и Дж. Смит.
      Доклад сделал Орлов С. В. |Он говорил час.
      Памятник Николаю I. |Скульптор неизвестен.
      """)
    try expect(
      "en",
      """
      Former envoy Harold R. Blake met J. K. Stone in Vienna. |They talked for an hour.
      George W. Hill left. |P. Stern stayed.
      """)
  }

  @Test func `abbreviations do not end English sentences`() throws {
    try expect(
      "en",
      """
      Gen. Mark Hale and Sen. Ann Reed arrived on Jan. 26-29. |Mr. Stone did not.
      The U.S. Senate voted. |He left the U.S. |The vote is at 9 a.m. Monday.
      Talks resumed at 10:30 p.m. |Officials said nothing.
      Acme Inc. Chairman Bob Lee, Jr. resigned, i.e. he was fired.
      See No. 5 and Fig. 3 vs. No. 7. |That is all.
      The St. Petersburg office closed on Feb. 3. |The Lt. Gov. was there.
      GEN. HALE ARRIVES. |TALKS BEGIN.
      It cost too much. |$5,000 was the limit. |20 people came on Dec. 5, 2015.
      She said no. |Ten people were in the sun. |Police came.
      """)
  }

  @Test func `quoted speech`() throws {
    try expect(
      "ru",
      """
      «Мы готовы к миру», — сказал Орлов. |«Мы ждём ответа». |Он уехал.
      «Где делегация?» — спросил Белкин. |«Уходите!» — Орлов встал и вышел.
      Он ответил: «Нет.» |Встреча закончилась.
      «Мы ждали… |Никто не пришёл», — сказал он.
      """)
    try expect(
      "en",
      """
      "We will come." |The envoy left.
      “Why now?” he asked. |“Because we can.” |She shrugged.
      'Never!' shouted the crowd. |Then it was quiet.
      """)
  }

  @Test func `ellipses, lists and marks in brackets`() throws {
    try expect(
      "ru",
      """
      Он долго молчал… |Потом ушёл. |Она ждала... |И дождалась.
      Он думал… думал и ушёл... в отставку.
      1. Прекратить огонь. |2. Обменять пленных.
      Он обещал (!) Орлову мир. |А дал (?) войну.
      Что?! |Как?.. |Неужели!
      Бои прекратились. |30 пленных вернулись домой. |№ 5 закрыт.
      Мы готовы, — сказал Орлов. |— Мы ждём ответа. |— Где он? |— Там.
      Сайт в зоне .РФ открыт. |Он построен по новому плану в 2015 г. |Новые мосты дороже.
      В область вошёл ещё один город — г. Старые Дубки.
      В 2015 г. Орлов уехал, а в 2016 г. Белкин вернулся.
      """)
  }

  @Test func `a missing blank hides no sentence, and addresses have none`() throws {
    try expect("ru", "Переговоры закончились.|Стороны молчат. |Подробности на сайте mid.ru и в Lenta.Ru сегодня.")
    try expect("en", "The talks are over.|Nobody spoke. |Read more at example.com and www.Example.Org today.")
  }

  @Test func `a line end closes a paragraph and a sentence`() throws {
    let text: DocumentText = "Переговоры сорваны\r\n\r\nДелегация уехала. Никто не знает почему\n  Анна Орлова \n"
    #expect(
      text.paragraphs.map { text[$0] } == [
        "Переговоры сорваны", "Делегация уехала. Никто не знает почему", "Анна Орлова",
      ])
    #expect(DocumentText(" \n\t").paragraphs.isEmpty)
  }

  @Test func `a language without a table has the common rules`() throws {
    try expect("de", "Das war gestern. |Heute ist es anders… |Morgen auch.")
    try expect("und", "One. |Two? |Three!")
  }

  @Test(arguments: ["ru", "en", "uk"]) func `sentences hold all of any text but white space`(language: String) throws {
    let segmenter = try SentenceSegmenter(language: language, resources: ResourceLoader())
    let pieces = [
      "Он", "г.", "А.", "«", "»", "?", "…", " ", ". ", "\u{A0}", "5", "—", "U.S.", ")", "(", "\"", "не", "🕊", "\u{301}",
    ]
    var random = SplitMix(seed: 5)
    for _ in 0..<300 {
      let text = DocumentText((0..<20).compactMap { _ in pieces.randomElement(using: &random) }.joined())
      let spans = try segmenter.sentences(in: text, paragraph: text.span)
      let kept = spans.flatMap { text[$0].unicodeScalars.filter { !$0.properties.isWhitespace } }
      #expect(kept == text.string.unicodeScalars.filter { !$0.properties.isWhitespace })
      #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start })
    }
  }
}

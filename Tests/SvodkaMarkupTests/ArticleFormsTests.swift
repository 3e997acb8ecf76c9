import SvodkaKit
import SvodkaMarkup
import SvodkaResources
import Testing

/// Articles in forms of their own: talks, live pages, pages of tables, copies for print.
@Suite struct ArticleFormsTests {
  private let extractor: ArticleExtractor

  init() throws { extractor = try ArticleExtractor(resources: ResourceLoader()) }

  private static let storm = [
    "Ferries to the outer islands have been halted since Monday, the harbour office said.",
    "Dispatcher Anna Vetch said gusts reached 28 metres a second and captains refused to leave the bay.",
    "District officials promised to fly in bread and medicine by helicopter if the weather does not clear by Thursday.",
    "“We have not seen a storm like this since 1998,” said village elder Igor Lode.",
  ]
  private static let body = storm.map { "<p>\($0)</p>" }.joined()

  @Test func shortTurnsOfATalkStay() throws {
    let turns = [
      "<b>— Как вы узнали о шторме?</b>", "— По радио. Капитан позвонил в шесть утра.", "<b>— Что было дальше?</b>",
      "— Ждали. Два дня не было ни света, ни хлеба.", "<b>— Вас предупреждали?</b>", "— Нет.", "<b>— А власти?</b>",
      "— Приехали в среду и обещали построить мол. Обещают с 1998 года, и каждый раз приезжает новый человек.",
    ]
    let page =
      "<article><h1>«Мы ждали вертолёт»</h1><p>Беседовала Дарья Полеева</p>" + turns.map { "<p>\($0)</p>" }.joined()
      + "</article>"
    let article = try extractor.article(page: page)
    #expect(article.text.split(separator: "\n\n").count == turns.count)
    #expect(article.text.hasPrefix("— Как вы узнали"))
    #expect(article.authors == ["Дарья Полеева"])
  }

  @Test func aLivePageHasItsOwnDateAndAllItsEntries() throws {
    let entries = Self.storm.enumerated().map {
      "<div class='entry'><time>\(9 + $0.offset):15</time><h3>Update</h3><p>\($0.element)</p><div class='share'>Share</div></div>"
    }.joined()
    let page = """
      <html><head><title>Storm: latest</title><script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Storm: latest",
      "datePublished": "2024-03-04T08:00:00Z", "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "Ferries halted",
      "articleBody": "x", "datePublished": "2024-03-04T09:00:00Z"}]}</script></head>
      <body><h1>Storm: latest</h1><div class="liveblog">\(entries)</div></body></html>
      """
    let article = try extractor.article(page: page)
    #expect(article.date == "2024-03-04T08:00:00Z")
    for paragraph in Self.storm { #expect(article.text.contains(paragraph)) }
  }

  @Test func theLineInBoldAboveTheTextIsTheHeadlineWhereThePageNamesNone() throws {
    let page = """
      <table><tr><td>ЗАЛИВ</td></tr><tr><td><a>Архив</a></td><td><font size=4><b>Шторм остановил паромы</b></font><br>
      <font size=1>04.03.2004, Игорь Парусов</font><br><br>\(Self.storm.joined(separator: "<br><br>"))</td></tr></table>
      """
    let article = try extractor.article(page: page)
    #expect(article.title == "Шторм остановил паромы")
    #expect(article.date == "2004-03-04")
  }

  @Test func aCopyForPrintIsNotNamedForPrinting() throws {
    let page =
      "<html><head><title>Версия для печати: Шторм остановил паромы</title></head><body><h2>Шторм остановил паромы</h2>"
      + Self.body + "</body></html>"
    #expect(try extractor.article(page: page).title == "Шторм остановил паромы")
  }

  @Test(
    arguments: [
      ("Вчера, 21:14", "2024-03-05"), ("3 часа назад", "2024-03-06"), ("Yesterday at 9:14 pm", "2024-03-05"),
      ("2 days ago", "2024-03-04"), ("an hour ago", "2024-03-06"), ("5 дней назад", "2024-03-01"),
      ("неделю назад", "2024-02-28"), ("позавчера", "2024-03-04"), ("99999999999 days ago", nil),
    ] as [(String, String?)])
  func daysAreToldFromTheDayOfReading(told: String, date: String?) throws {
    let page = "<article><h1>Storm</h1><div class='date'>\(told)</div>\(Self.body)</article>"
    let today = try #require(CivilDate(iso: "2024-03-06"))
    #expect(try extractor.article(page: page, today: today).date == date)
    // Without such a day they tell nothing.
    #expect(try extractor.article(page: page).date == nil)
  }

  @Test func whenAPageWasSavedSaysNothingAgainstItsHead() throws {
    let page = """
      <html><head><meta property="article:published_time" content="2023-11-17T10:00:00Z"></head><body><h1>Storm halts ferries</h1>
      <time>6 hours ago</time>\(Self.body)</body></html>
      """
    let today = try #require(CivilDate(iso: "2024-03-06"))
    #expect(try extractor.article(page: page, today: today).date == "2023-11-17T10:00:00Z")
  }

  @Test(arguments: [
    #""author": {"@type": "Person", "givenName": "Ada", "familyName": "Brooke"}"#,
    #""author": {"@type": "NewsMediaOrganization", "name": "The Post"}, "creator": ["Ada Brooke"]"#,
    #""author": [{"@type": "Person", "name": "Ada Brooke"}], "creator": ["desk"]"#,
  ])
  func personsAreFoundHoweverLinkedDataNameThem(author: String) throws {
    let page =
      "<html><head><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Storm\", \(author)}</script></head><body>"
      + Self.body + "</body></html>"
    #expect(try extractor.article(page: page).authors == ["Ada Brooke"])
  }

  @Test func aNoteOnABannedOrganisationGoesAndNewsOfOneStays() throws {
    let news = "Организация признана нежелательной ещё в 2021 году, напомнили в прокуратуре, а её сайт заблокирован."
    let note = "Организация признана нежелательной на территории РФ."
    let page = "<article><h1>Минюст пополнил реестр</h1>\(Self.body)<p>\(news)</p><p>\(note)</p></article>"
    let text = try extractor.article(page: page).text
    #expect(text.contains(news))
    #expect(!text.contains(note))
  }
}

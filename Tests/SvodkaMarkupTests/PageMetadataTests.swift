import SvodkaKit
import SvodkaMarkup
import SvodkaResources
import Testing

@Suite struct PageMetadataTests {
  private let extractor: ArticleExtractor

  init() throws { extractor = try ArticleExtractor(resources: ResourceLoader()) }

  private func article(
    head: String = "", body: String = "", below: String = "", lang: String = "en", today: CivilDate? = nil
  ) throws
    -> Article
  {
    try extractor.article(
      page: """
        <!DOCTYPE html><html lang="\(lang)"><head>\(head)</head><body>\(body)
        <p>The council met on Monday evening and decided to keep the road closed until the old bridge is mended.</p>
        <p>Residents of the upper town, who have waited since the autumn, said that they had hoped for another answer.</p>\(below)
        </body></html>
        """, today: today)
  }

  private static let wholePage = """
    <script type="application/ld+json">
    {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Road stays closed", "datePublished": "2016-01-30T09:00:00+0300",
    "author": [{"@type": "Person", "name": "Ada Brook"}, {"@type": "Person", "name": "Tom Hill"}], "publisher": {"name": "The Upland Post"},
    "url": "https://upland.example/road"}</script>
    """

  @Test(arguments: [
    wholePage,
    wholePage.replacing(
      "{\"@context\": \"https://schema.org\", ", with: "[{\"@type\": \"WebSite\", \"name\": \"x\"}, {"
    )
    .replacing("/road\"}</script>", with: "/road\"}]</script>"),
    wholePage.replacing("{\"@context\": \"https://schema.org\", ", with: "{\"@graph\": [{")
      .replacing("/road\"}</script>", with: "/road\"}]}</script>"),
    wholePage.replacing("\"NewsArticle\"", with: "[\"Thing\", \"NewsArticle\"]")
      .replacing("{\"@type\": \"Person\", \"name\": \"Tom Hill\"}", with: "\"Tom Hill\""),
    wholePage.replacing("{\"@context\": \"https://schema.org\", ", with: "<!-- {\"mainEntity\": {")
      .replacing("/road\"}</script>", with: "/road\",}} --></script>"),
    wholePage.replacing("[{\"@type\": \"Person\", \"name\": \"Ada Brook\"}", with: "[{\"@id\": \"#ada\"}")
      .replacing(
        "/road\"}</script>",
        with:
          "/road\"}</script><script type='application/ld+json'>[{\"@id\": \"#ada\", \"@type\": \"Person\", \"name\": \"Ada Brook\"}]</script>"
      ),
  ])
  func linkedDataAreReadInAllShapes(head: String) throws {
    let article = try article(head: head)
    #expect(article.title == "Road stays closed")
    #expect(article.authors == ["Ada Brook", "Tom Hill"])
    #expect(article.date == "2016-01-30T09:00:00+03:00")
    #expect(article.source == "The Upland Post")
    #expect(article.url == "https://upland.example/road")
  }

  @Test(arguments: ["{", "[]", "null", "{\"@type\": \"NewsArticle\"", "\u{1}", "{\"author\": {\"author\": [[[]]]}}"])
  func brokenLinkedDataDoNoHarm(json: String) throws {
    let article = try article(
      head: "<script type='application/ld+json'>\(json)</script><title>Road stays closed</title>")
    #expect(article.title == "Road stays closed")
    #expect(article.text.hasPrefix("The council met"))
  }

  @Test func openGraphIsReadAndEntitiesResolved() throws {
    let article = try article(
      head: """
        <meta property="og:title" content="Brook &amp;amp; Hill: the road &quot;stays&quot; closed"><meta property="og:site_name" content="The Upland Post">
        <meta property="article:published_time" content="2016-01-30T06:00:00Z"><meta name="author" content="Ada Brook and Tom Hill">
        <link rel="canonical" href="https://upland.example/road">
        """)
    #expect(article.title == "Brook & Hill: the road \"stays\" closed")
    #expect(article.source == "The Upland Post")
    #expect(article.date == "2016-01-30T06:00:00Z")
    #expect(article.authors == ["Ada Brook", "Tom Hill"])
    #expect(article.url == "https://upland.example/road")
  }

  @Test(arguments: [
    ("Road stays closed | The Upland Post", "Road stays closed"),
    ("Road stays closed - Upland Post", "Road stays closed"),
    ("Дорога остаётся закрытой — Горный вестник", "Дорога остаётся закрытой"),
    ("Why the road stays closed", "Why the road stays closed"),
  ])
  func theSitesNameGoesFromTheTitle(title: String, expected: String) throws {
    #expect(try article(head: "<title>\(title)</title>").title == expected)
  }

  @Test(arguments: [
    "Road stays closed | The Upland Post", "The Upland Post - Road stays closed", "The Upland Post: Road stays closed",
  ])
  func theOutletIsFoundBesideTheHeadline(title: String) throws {
    #expect(
      try article(head: "<title>\(title)</title>", body: "<h1>Road stays closed</h1>").source == "The Upland Post")
  }

  @Test func theHeadingThatTheHeadAgreesWithIsTheTitle() throws {
    let article = try article(
      head: "<title>Road stays closed for good | The Upland Post</title>",
      body: "<h1>The Upland Post</h1><h1>Road stays closed for good</h1>")
    #expect(article.title == "Road stays closed for good")
  }

  @Test(arguments: [
    ("en", "<p class='byline'>By Ada Brook, Staff Writer</p>", ["Ada Brook"]),
    ("en", "<p>By Ada Brook and Tom Hill | January 30, 2016</p>", ["Ada Brook", "Tom Hill"]),
    (
      "en", "<div class='author-name'>Ada Brook</div><div class='author-bio'>Ada Brook is a reporter.</div>",
      ["Ada Brook"]
    ),
    ("en", "<a rel='author' href='/ada'>Ada Brook</a>", ["Ada Brook"]),
    ("ru", "<p>Автор: Анна Ручьёва</p>", ["Анна Ручьёва"]),
    ("ru", "<p>Текст: Анна Ручьёва и Фома Холмов</p>", ["Анна Ручьёва", "Фома Холмов"]),
    ("en", "<p class='byline'>By admin</p>", []),
  ])
  func byLinesAreRead(lang: String, line: String, authors: [String]) throws {
    #expect(try article(body: "<h1>Road stays closed</h1>" + line, lang: lang).authors == authors)
  }

  @Test(arguments: [
    ("en", "January 30, 2016", "2016-01-30"), ("en", "30th January 2016, 9:15", "2016-01-30"),
    ("en", "Sat, Jan 30, 2016", "2016-01-30"),
    ("ru", "30 января 2016, 09:15", "2016-01-30"), ("ru", "30.01.2016", "2016-01-30"),
    ("ru", "09:15 30.01.16", "2016-01-30"),
    ("en", "2016-01-30 09:15", "2016-01-30"), ("en", "2016 Jan 30", "2016-01-30"), ("en", "31 February 2016", nil),
    ("en", "Room 30, floor 2016", nil),
  ])
  func dateLinesAreRead(lang: String, line: String, date: String?) throws {
    #expect(try article(body: "<h1>Road stays closed</h1><div>\(line)</div>", lang: lang).date == date)
  }

  @Test(arguments: [
    // The head tells when the page was moved.
    ("2024-06-01T10:00:00Z", "<div class='date'>January 30, 2016</div>", "2016-01-30"),
    ("2024-06-01T10:00:00Z", "<div>January 30, 2016. Updated: May 3, 2024</div>", "2016-01-30"),
    // A change is no publication.
    ("2016-01-30T10:00:00Z", "<div>Updated May 3, 2024</div>", "2016-01-30T10:00:00Z"),
    ("2016-01-30T10:00:00Z", "<div>Last reviewed: May 3, 2024</div>", "2016-01-30T10:00:00Z"),
    ("2016-01-30T10:00:00Z", "<div>Last update:</div><div>May 3, 2024</div>", "2016-01-30T10:00:00Z"),
    // Another time zone is no contradiction, and its time tells more.
    ("2016-01-30T22:00:00Z", "<div>January 31, 2016</div>", "2016-01-30T22:00:00Z"),
  ])
  func theDayBesideTheHeadlineIsBelieved(head: String, line: String, date: String) throws {
    let article = try article(
      head: "<meta property='article:published_time' content='\(head)'>", body: "<h1>Road stays closed</h1>" + line)
    #expect(article.date == date)
  }

  @Test func theDayOfTheLastChangeIsToldWhereNoOtherIs() throws {
    let paragraph =
      "<p>The road over the pass stays closed for a second week, the county says, and for a third if the snow goes on.</p>"
    let line = "<div><ul><li>Ann Orlov</li></ul><span>Last updated May 3, 2024</span></div>"
    let body = "<h1>Road stays closed</h1>" + String(repeating: paragraph, count: 8) + line
    #expect(try article(body: body).date == "2024-05-03")
  }

  @Test func theDayOfTheLastChangeIsNoPublicationThoughItStandsAlone() throws {
    let head = """
      <meta property="article:published_time" content="2016-01-30T10:00:00Z">
      <meta property="article:modified_time" content="2024-05-03T10:00:00Z">
      """
    let line = "<h1>Road stays closed</h1><div class='date'>May 3, 2024</div>"
    #expect(try article(head: head, body: line).date == "2016-01-30T10:00:00Z")
  }

  @Test func anEveningIsNotTheNextDayOfGreenwich() throws {
    let head = """
      <meta property="article:published_time" content="2016-01-31T02:41:00+00:00">
      <link rel="canonical" href="https://upland.example/2016/01/30/road/">
      """
    #expect(try article(head: head).date == "2016-01-30")
    #expect(try article(head: head.replacing("01/30", with: "01/29")).date == "2016-01-31T02:41:00+00:00")
  }

  @Test(arguments: [
    ("<p class='info'>Section: News | Added by: Ada Brook | Date: January 30, 2016</p>", "2016-01-30"),
    ("<span class='post-date'>30.01.2016</span>", "2016-01-30"),
  ])
  func aDayBelowTheTextIsTakenWhereItIsCalledOne(line: String, date: String?) throws {
    #expect(try article(body: "<h1>Road stays closed</h1>", below: line).date == date)
  }

  @Test func aNameByItselfBelowTheTextIsTheAuthors() throws {
    #expect(try article(body: "<h1>Road stays closed</h1>", below: "<p><i>Ada Brook</i></p>").authors == ["Ada Brook"])
    #expect(try article(body: "<h1>Road stays closed</h1>", below: "<p><i>To be continued</i></p>").authors == [])
  }

  @Test func aPersonIsTakenBeforeAnEditorialOffice() throws {
    let head = "<meta name='author' content='Редакция'>"
    let line = "<p>Автор: Анна Ручьёва</p>"
    #expect(try article(head: head, body: "<h1>Дорога закрыта</h1>" + line, lang: "ru").authors == ["Анна Ручьёва"])
    #expect(try article(head: head, body: "<h1>Дорога закрыта</h1>", lang: "ru").authors == ["Редакция"])
  }

  @Test func theHeadlineIsThePartOfTheTitleThatStandsInThePage() throws {
    let article = try article(
      head: "<title>Upland Post.News :: Road stays closed for good</title>",
      body: "<table><tr><td><b>Road stays closed for good</b></td></tr></table>")
    #expect(article.title == "Road stays closed for good")
  }

  @Test func relativeDatesNeedADayOfReading() throws {
    let body = "<h1>Дорога закрыта</h1><div>вчера, 18:40</div>"
    #expect(try article(body: body, lang: "ru").date == nil)
    #expect(try article(body: body, lang: "ru", today: CivilDate(year: 2016, month: 2, day: 1)).date == "2016-01-31")
  }

  @Test func aTimeWithoutItsOffsetIsADay() throws {
    #expect(
      try article(head: "<meta property='article:published_time' content='2016-01-30T09:00:00'>").date == "2016-01-30")
  }
}

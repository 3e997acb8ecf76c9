import SvodkaMarkup
import SvodkaResources
import Testing

@Suite struct PlainCopyTests {
  private let extractor: ArticleExtractor

  init() throws { extractor = try ArticleExtractor(resources: ResourceLoader()) }

  private static let english = """
    Ferry Strike Enters Second Week as Islands Run Short of Fuel

    Crews on the northern route voted on Monday to stay out for another seven days, leaving four islands without a ferry.
    The harbour board said that stocks of diesel would last until Friday. It has asked the navy for help.
    "We do not want anyone to go cold, but we cannot live on these wages," said Martha Quill, who speaks for the crews.
    The company offered a rise of four percent. The union called the offer an insult and left the room after an hour.
    Two elderly patients were taken off Sorrel Island by helicopter on Sunday night, the health service said.
    A readers' fund set up by the island paper has raised 12,000 in donations, and people who subscribe to it get a monthly letter.
    Talks are to go on in the county town on Wednesday, with a mediator whom both sides have accepted.
    """

  private static let appeal = """
    Sign up for our free weekly newsletter
    Our weekly newsletter contains a hand-picked selection of news and features. You will receive it in your mailbox every Friday.
    Your email
    Subscribe
    A Message to Our Readers
    Dear readers,
    This winter the courts have fined our paper three times, and two reporters have had to leave the country.
    These rulings are meant to put an end to reporting that is not approved.
    We, the journalists of The Harbour Light, refuse to be silenced. But we cannot go on without you.
    Your support, however small, pays for another day of work. It takes less than two minutes to set up.
    Once
    Monthly
    Annual
    $5
    $10
    Other amount
    Continue
    Not ready to support today? Remind me later.
    """

  private static let russian = """
    Забастовка паромщиков продлена: на островах кончается топливо

    Экипажи северной линии в понедельник решили не выходить на работу ещё семь дней.
    Портовое управление сообщило, что дизельного топлива хватит до пятницы, и попросило помощи у флота.
    «Мы не хотим, чтобы люди мёрзли, но на эту зарплату прожить нельзя», — сказала представительница профсоюза Марфа Квилл.
    Компания предложила прибавку в четыре процента. Профсоюз назвал это оскорблением и через час покинул зал.
    Двух пожилых пациентов в воскресенье вечером вывезли с острова вертолётом, сообщила служба здравоохранения.
    Фонд, который основала местная газета, собрал 12 тысяч пожертвований, а её подписчики ежемесячно получают отчёт.
    Переговоры продолжатся в среду в окружном центре при посреднике, на которого согласились обе стороны.
    """

  private static let russianAppeal = """
    Подпишитесь на нашу бесплатную еженедельную рассылку
    Ваш e-mail
    Подписаться
    Дорогие читатели!
    Этой зимой суды трижды оштрафовали газету, а двум корреспондентам пришлось уехать из страны.
    Мы, журналисты «Портового огня», отказываемся молчать. Но без вас мы не справимся.
    Ваша поддержка — даже самая небольшая — это ещё один день нашей работы.
    Один раз
    Ежемесячно
    Раз в год
    500 ₽
    Другая сумма
    Продолжить
    Не готовы поддержать сейчас? Напомнить позже
    Настоящий материал создан и распространён иностранным агентом «Портовый огонь».
    """

  @Test(arguments: [(english, appeal), (russian, russianAppeal)])
  func appealsBelowTheArticleGoAndTheBodyStays(body: String, appeal: String) {
    let article = extractor.article(plain: body + "\n\n" + appeal + "\n")
    #expect(article.text == body)
    #expect(article.removed.contains { $0.kind == .donation })
    #expect(article.removed.contains { $0.kind == .signup })
    #expect(article.removed.allSatisfy { !$0.reason.isEmpty })
  }

  @Test(arguments: [english, russian]) func theHeadlineIsToldAndStays(body: String) {
    let article = extractor.article(plain: body)
    #expect(article.title.map { body.hasPrefix($0 + "\n") } == true)
  }

  @Test(arguments: [(english, appeal), (russian, russianAppeal)])
  func anAppealInTheMiddleGoesToo(body: String, appeal: String) {
    let paragraphs = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let text = (paragraphs[0..<5] + ["", appeal, ""] + paragraphs[5...]).joined(separator: "\n")
    let kept = extractor.article(plain: text).text.split(separator: "\n").map(String.init)
    #expect(kept == paragraphs.filter { !$0.isEmpty })
  }

  @Test(arguments: [
    english, russian, "", "\n\n", "One line.", "\u{FEFF}x\r\n\r\ny  \r\n\ttab \n",
    "Реклама двигает торговлю, но не всегда.\n",
    "How to ask for money\n\nCharities say: \"Donate today and support our work.\" Donors answer less and less, a study says.\n",
    "Друзья погибшего рассказали, что он собирал пожертвования на лечение детей.\nПоддержать семью решили и соседи.\n",
    "Фото погибших опубликовали на сайте ведомства.\n\nВидео с места событий проверяют эксперты.\n",
    "Главный редактор газеты подал в отставку.\n\nКомментарии он давать отказался.\n",
    "Cost per click by network\n\nFacebook\t$0.50\nTwitter\t$0.60\nTelegram\t$0.40\n",
    "Share prices fell on Monday.\n\nRelated violence was reported elsewhere.\n\nPhotos of the dead were shown on television.\n",
  ])
  func textWithoutFurnitureComesThroughAsItIs(text: String) {
    let article = extractor.article(plain: text)
    #expect(Array(article.text.utf8) == Array(text.utf8))
    #expect(article.removed.isEmpty)
  }

  @Test(arguments: [
    ("Once\nMonthly\nAnnual\nContinue", Furniture.Kind.donation), ("Once / Monthly / Annual / Continue", .donation),
    ("Donate now\n$5\n$10\n$25\n$50\n$100\nOther amount\nContinue", .donation),
    ("Один раз\nЕжемесячно\nПродолжить", .donation), ("Share\nFacebook\nTwitter\nTelegram", .share),
    ("Читайте также:\nКак прошла зима на островах\nКто заплатит за паромы", .related),
    ("Read also: How the islands got through", .related),
    ("Photo: Press service of the harbour board", .caption), ("Фото: пресс-служба порта", .caption),
    ("We use cookies to make this site work.\nAccept all", .cookie), ("Мы используем файлы cookie.\nПринять", .cookie),
    ("Нашли ошибку? Выделите её и нажмите Ctrl+Enter.", .share),
    ("© 2016 The Harbour Light. All rights reserved.", .legal),
    ("Комментарии", .comments), ("ADVERTISEMENT", .advertisement),
    ("СМИ признано иностранным агентом", .legal), ("Подписывайтесь на наш канал в Telegram", .signup),
    ("Материал доступен только подписчикам. Оформить подписку", .paywall), ("Об авторе", .author),
  ])
  func furnitureIsKnownByKind(lines: String, kind: Furniture.Kind) {
    let paragraph = "The council met on Monday and decided to keep the road closed until the bridge is mended."
    let article = extractor.article(plain: paragraph + "\n\n" + lines + "\n\n" + paragraph + "\n")
    #expect(article.text == paragraph + "\n\n" + paragraph + "\n")
    #expect(article.removed.first?.kind == kind)
  }

  /// All of a page as it is copied: menus above, lists of links and a footer below.
  private static let above = """
    Главная
    Новости
    Политика
    Экономика
    Спорт
    Подписаться
    Войти
    Главная • Новости • Общество
    """
  private static let below = """
    Поделиться
    ВКонтакте
    Telegram
    Читайте также
    Почему дорожает проезд на пригородных поездах
    Как выбирают место для новой школы
    Что известно о ремонте набережной
    Комментарии
    Популярное
    Рецепты на выходные от читателей
    Где купить ёлку в этом году
    12:40
    На вокзале открыли зал для пассажиров с детьми
    12:15
    Трамвай номер три вернётся на старый путь
    11:58
    Школьники посадили аллею клёнов
    11:30
    В библиотеке прочтут лекцию о звёздах
    10:45
    Каток зальют к пятнице
    О проекте
    Реклама
    Контакты
    © 2024 Газета «Портовый огонь». Все права защищены.
    """

  @Test func ofAWholePageTheBodyStaysAndTheHeadlineIsTold() throws {
    let lines = Self.russian.split(separator: "\n").map(String.init)
    let article = extractor.article(plain: Self.above + "\n\n" + Self.russian + "\n\n" + Self.below + "\n")
    #expect(article.title == lines[0])
    // All but a line at the end stays, and nothing else.
    let kept = article.text.split(separator: "\n").map(String.init)
    #expect(kept.count >= lines.count - 2)
    #expect(kept == Array(lines.dropFirst().prefix(kept.count)))
    #expect(article.removed.contains { $0.kind == .masthead && $0.text == lines[0] && $0.reason == "headline" })
  }
}

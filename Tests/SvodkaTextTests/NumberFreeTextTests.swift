import SvodkaKit
import SvodkaResources
import SvodkaText
import Testing

/// In sentences without a number no amount is found, however much their words look like numbers.
@Suite struct NumberFreeTextTests {
  private func check(_ language: String, _ places: [String]) throws {
    let reader = try NumberReader(language: language, resources: ResourceLoader())
    var random = SplitMix(seed: 10_000)
    let choices = places.map { $0.split(separator: "|") }
    var sentences = Set<String>()
    for _ in 0..<100_000 where sentences.count < 10_000 {
      sentences.insert(choices.compactMap { $0.randomElement(using: &random) }.joined(separator: " ") + ".")
    }
    #expect(sentences.count == 10_000)
    var wrong = Set<String>()
    for sentence in sentences.sorted() {
      let text = DocumentText(sentence)
      for amount in reader.amounts(in: text) { wrong.insert("[\(text[amount.span])] in \(sentence)") }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.sorted().prefix(5))")
  }

  @Test func `10,000 Russian sentences without a number have no amount`() throws {
    try check(
      "ru",
      [
        """
        Семья министра|Одинокий старик|Другая сторона|Столица республики|Полковник Сорокин|Никто из послов|Кто-то из \
        жителей|Однако посол|Как-то раз губернатор|Супружеская пара|Во-первых, комиссия|Во-вторых, Семёнов|Однажды \
        отряд|Единственный свидетель|Пострадавшая сторона|Посольство в Пятигорске|Стоявший у дверей солдат|Весь \
        полк|Первым делом патруль|На первый взгляд, поселение|Друг друга они знали, но комендант|Опять же, столяр|Сотрудник|Один \
        за другим уходили люди, а Столыпин|Тройственный союз|Первая леди
        """,
        """
        |опять|дважды|вдвое быстрее|столь же спокойно|стойко|полностью|наполовину|впервые|сторонкой|одиноко|отчасти|втроём|опять-таки|третьего \
        мира не зная
        """,
        """
        покинула|встретил|оставило|осмотрел|устояв, обходил|не заметила|сторонился, увидев|упоминала|приветствовал
        """,
        """
        двор|стоянку у дороги|дверь и пол|тысячелистник|пятно на карте|старую стройку|остров|строй солдат|острый \
        угол|шестерню и трос|восьмёрочников|десятника|сотника|семейный архив|девятиэтажку|полдень|трёхцветный \
        флаг|двойника|полустанок|второстепенные улицы|миллионера|одиночную камеру|первобытный лес|двоюродную \
        сестру|троллейбус|третейский суд|двигатель|полузабытый полигон
        """,
        """
        в четверг|во вторник|с первого взгляда|в одно время с ними|как один из самых осторожных|до одного места не \
        дойдя, но тихо|в один голос с соседями|за семью и столицу|на стороне соседей|вместе со столетним дубом|один на \
        один|по одному|в первую очередь|с одной стороны и с другой|у третьих лиц|между двух огней|в двух словах|как \
        ни в чём не бывало|из первых рук|без посторонних
        """,
      ])
  }

  @Test func `10,000 English sentences without a number have no amount`() throws {
    try check(
      "en",
      [
        """
        Someone|Everyone at the headquarters|The lone stonemason|A loner|No one|Often the tenor|At first the \
        tenant|Once again the neighbour|The old quarter|The married couple|On second thought, the freighter|First of all, \
        the listener|Anyone else|The one who left|The captain, a half-brother,|The second-hand dealer|Tony Stone|Colonel \
        Eighton|The first lady|The quartermaster|The often forgotten attendant|Somebody|Mr. Fortyn|The millionaire|His \
        better neighbour
        """,
        "|once|twice|often|alone|half-heartedly|once more|attentively|at first glance|one day|zealously|firsthand|eventually",
        "|left|mentioned|weighed|honed|atoned for|listened to|phoned about|tended|zeroed in on|postponed|threatened",
        """
        the tension|second thoughts|the weightlifter|a stone|their money|the tenement|an oneness|the often-told \
        story|the heightened alert|a phone|the third party|the kitten|the fortress|a first-class cook|the \
        tenfold growth|the zone|sixth sense|a triple lock|the unit|an eightsome|the thousandfold echo|this \
        one|the decade-long silence|the hundredweight|the twofold answer|attention
        """,
        """
        |one by one|with one another|at close quarters|in the first place|for one thing|that one evening, alone|without a \
        second chance|at half time|on the one hand|to settle a score|hour after hour|in freight trains|on Wednesday|in \
        Ninevah|over the weekend|with often forgotten stones
        """,
      ])
  }
}

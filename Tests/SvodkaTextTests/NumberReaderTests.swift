import SvodkaKit
import SvodkaResources
import SvodkaText
import Testing

/// The amounts of a text as a reader sees them: `[extent] low-high qualifier`, with the kind where it is no cardinal.
private func read(_ text: String, _ language: String) throws -> String {
  let text = DocumentText(text)
  return try NumberReader(language: language, resources: ResourceLoader()).amounts(in: text).map { amount in
    let bound = { (n: Int?) in n.map(String.init) ?? "" }
    let kind = amount.kind == .cardinal ? "" : " " + amount.kind.rawValue
    let former = amount.isFormer ? " former" : ""
    return
      "[\(text[amount.span])] \(bound(amount.low))-\(bound(amount.high)) \(amount.qualifier.rawValue)\(kind)\(former)"
  }.joined(separator: "; ")
}

@Suite struct RussianNumberTests {
  @Test(arguments: [
    ("погибли 1 200 человек", "[1 200] 1200-1200 exact"),
    ("погибли 1\u{202F}200\u{A0}300 человек", "[1\u{202F}200\u{A0}300] 1200300-1200300 exact"),
    ("ранены 1,2 тыс. человек", "[1,2 тыс.] 1200-1200 exact"),
    ("бежали 1,5 млн жителей", "[1,5 млн] 1500000-1500000 exact"),
    ("в списке 6 тыс. 450 имён", "[6 тыс. 450] 6450-6450 exact"),
    ("потеряно $3 млрд", "[3 млрд] 3000000000-3000000000 exact money"),
    ("погибли 1,250 человек", "[1,250] 1250-1250 exact"),
    ("1,250 млн беженцев", "[1,250 млн] 1250000-1250000 exact"),
  ]) func readsDigits(text: String, expected: String) throws { #expect(try read(text, "ru") == expected) }

  @Test(arguments: [
    ("тысяча двести пять солдат", "[тысяча двести пять] 1205-1205 exact"),
    ("двадцати трёх раненых", "[двадцати трёх] 23-23 exact"),
    ("двое убиты, пятеро ранены", "[двое] 2-2 exact; [пятеро] 5-5 exact"),
    ("полтора миллиона беженцев", "[полтора миллиона] 1500000-1500000 exact"),
    ("два с половиной миллиона человек", "[два с половиной миллиона] 2500000-2500000 exact"),
    ("четверть миллиона жителей", "[четверть миллиона] 250000-250000 exact"),
    ("полторы тысячи бойцов", "[полторы тысячи] 1500-1500 exact"),
    ("миллион триста тысяч сорок", "[миллион триста тысяч сорок] 1300040-1300040 exact"),
  ]) func readsWords(text: String, expected: String) throws { #expect(try read(text, "ru") == expected) }

  @Test(arguments: [
    ("не менее 14 жителей", "[не менее 14] 14- at_least"),
    ("как минимум ещё трое", "[как минимум ещё трое] 3- at_least"),
    ("более тысячи человек", "[более тысячи] 1000- more_than"),
    ("сорок с лишним домов", "[сорок с лишним] 40- more_than"),
    ("число жертв перевалило за сорок", "[перевалило за сорок] 40- more_than"),
    ("погибли до 30 военных", "[до 30] 0-30 up_to"),
    ("менее полусотни бойцов", "[менее полусотни] 0-50 fewer_than"),
    ("около полутора сотен раненых", "[около полутора сотен] 150-150 about"),
    ("два десятка пленных", "[два десятка] 20-20 about"),
    ("погибло человек двадцать", "[человек двадцать] 20-20 about"),
    ("их было тысяч пять", "[тысяч пять] 5000-5000 about"),
    ("20 человек и более", "[20] 20- at_least"),
    ("число жертв выросло до 61", "[61] 61-61 exact"),
    ("число жертв выросло с 50 до 61", "[50] 50-50 exact former; [61] 61-61 exact"),
  ]) func boundsRussian(text: String, expected: String) throws { #expect(try read(text, "ru") == expected) }

  @Test(arguments: [
    ("от 20 до 30 военных", "[от 20 до 30] 20-30 range"),
    ("от 5 до 8 тысяч", "[от 5 до 8 тысяч] 5000-8000 range"),
    ("по 60–70 человек", "[60–70] 60-70 range"),
    ("пяти-шести раненым", "[пяти-шести] 5-6 range"),
    ("два или три дома", "[два или три] 2-3 range"),
    ("десятки погибших", "[десятки] 20- indefinite"),
    ("сотни тысяч беженцев", "[сотни тысяч] 200000- indefinite"),
    ("несколько десятков человек", "[несколько десятков] 20- indefinite"),
    ("нескольким раненым", "[нескольким] 3- indefinite"),
    ("ни одного раненого", "[ни одного] 0-0 exact"),
  ]) func readsRangesAndPlurals(text: String, expected: String) throws { #expect(try read(text, "ru") == expected) }

  @Test(arguments: [
    ("8 июня 2014 года", "[8] 8-8 exact date; [2014] 2014-2014 exact date"),
    ("в 9:40 утра", "[9:40] 9-9 exact date"),
    ("двадцать первого", "[двадцать первого] 21-21 exact ordinal"),
    ("80-е годы, 21-го числа", "[80-е] 80-80 exact ordinal; [21-го] 21-21 exact ordinal"),
    ("две трети жителей", "[две трети] - exact fraction"),
    ("один из десяти", "[один из десяти] - exact ratio"),
    ("40 процентов и 15%", "[40] 40-40 exact percent; [15] 15-15 exact percent"),
    ("62-летний житель", "[62] 62-62 exact age"),
    ("снаряды калибра 122 мм", "[122] 122-122 exact measure"),
    ("за двое суток", "[двое] 2-2 exact measure"),
    ("танк Т-72 и Су-25", "[72] 72-72 exact code; [25] 25-25 exact code"),
  ]) func tellsKindsApart(text: String, expected: String) throws { #expect(try read(text, "ru") == expected) }

  @Test(arguments: [
    "Они шли один за другим.", "В ту ночь мир рухнул, и никто не ответил.", "Семья спала, стоял столб.",
    "Стороны в один голос отвергли план.", "Не один раз об этом говорили друг другу.",
  ]) func findsNothing(text: String) throws { #expect(try read(text, "ru") == "") }
}

@Suite struct EnglishNumberTests {
  @Test(arguments: [
    ("1,200 people", "[1,200] 1200-1200 exact"),
    ("a loan of $3bn", "[3bn] 3000000000-3000000000 exact money"),
    ("2.5 million fled", "[2.5 million] 2500000-2500000 exact"),
    ("a hundred and five men", "[a hundred and five] 105-105 exact"),
    ("half a million people", "[half a million] 500000-500000 exact"),
    ("a quarter of a million homes", "[a quarter of a million] 250000-250000 exact"),
    ("two and a half million", "[two and a half million] 2500000-2500000 exact"),
    ("a million and a half refugees", "[a million and a half] 1500000-1500000 exact"),
    ("twenty-one girls", "[twenty-one] 21-21 exact"),
    ("fifteen hundred graves", "[fifteen hundred] 1500-1500 exact"),
    ("both drivers died", "[both] 2-2 exact"),
  ]) func readsNumbers(text: String, expected: String) throws { #expect(try read(text, "en") == expected) }

  @Test(arguments: [
    ("at least another 12 people", "[at least another 12] 12- at_least"),
    ("two dozen or more men", "[two dozen or more] 24- at_least"),
    ("30 people or more", "[30] 30- at_least"),
    ("not less than two thousand", "[not less than two thousand] 2000- at_least"),
    ("upwards of 140 mourners", "[upwards of 140] 140- more_than"),
    ("past the two-million mark", "[past the two-million] 2000000- more_than"),
    ("as many as 1,500", "[as many as 1,500] 0-1500 up_to"),
    ("under a hundred families", "[under a hundred] 0-100 fewer_than"),
    ("some 40 dead", "[some 40] 40-40 about"),
    ("40 or so", "[40 or so] 40-40 about"),
    ("a dozen wounded", "[a dozen] 12-12 about"),
    ("between 20 and 30 soldiers", "[between 20 and 30] 20-30 range"),
    ("5 to 8 thousand", "[5 to 8 thousand] 5000-8000 range"),
    ("one or two survivors", "[one or two] 1-2 range"),
    ("tens of thousands fled", "[tens of thousands] 20000- indefinite"),
    ("scores of villagers", "[scores] 40- indefinite"),
    ("several hundred people", "[several hundred] 200- indefinite"),
    ("a handful of men", "[a handful of] 3- indefinite"),
    ("the toll rose from 59 to 62", "[59] 59-59 exact former; [62] 62-62 exact"),
  ]) func boundsEnglish(text: String, expected: String) throws { #expect(try read(text, "en") == expected) }

  @Test(arguments: [
    ("one in ten homes", "[one in ten] - exact ratio"),
    ("two-thirds of them", "[two-thirds] - exact fraction"),
    ("half of them", "[half] - exact fraction"),
    ("41 per cent", "[41] 41-41 exact percent"),
    ("on 14 March 2016", "[14] 14-14 exact date; [2016] 2016-2016 exact date"),
    ("in 1992", "[1992] 1992-1992 exact date"),
    ("a 14-year-old girl", "[14] 14-14 exact age"),
    ("girls aged between 11 and 17", "[between 11 and 17] 11-17 range age"),
    ("an 800-page text", "[800] 800-800 exact measure"),
    ("the 17th time", "[17th] 17-17 exact ordinal"),
    ("up to 40 may die", "[up to 40] 0-40 up_to"),
  ]) func tellsKindsApart(text: String, expected: String) throws { #expect(try read(text, "en") == expected) }

  @Test(arguments: [
    "No one came.", "They left one by one.", "This one is better than that one.", "He may yet resign, some say.",
  ]) func findsNothing(text: String) throws { #expect(try read(text, "en") == "") }
}

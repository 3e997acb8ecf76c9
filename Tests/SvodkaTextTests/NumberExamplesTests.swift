import SvodkaKit
import SvodkaResources
import SvodkaText
import Testing

/// Ways of writing amounts, each with its extent and what it says.
@Suite struct NumberExamplesTests {
  /// Rows of «text = amount kind; …»: of each amount its words in the text, its value or bounds, and its kind where it is
  /// no cardinal.
  private func expect(_ language: String, _ rows: String) throws {
    let reader = try NumberReader(language: language, resources: ResourceLoader())
    for row in rows.split(separator: "\n") {
      let sides = row.split(separator: "=").map {
        String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      let text = DocumentText(sides[0])
      let found = reader.amounts(in: text).map { amount in
        let value =
          amount.value == amount.value.rounded() ? "\(Int(amount.value))" : "\(amount.value)".prefix(6).description
        let bounds: String
        switch amount.qualifier {
        case .exact: bounds = value
        case .about: bounds = "~\(value)"
        case .range: bounds = "\(amount.low ?? -1)–\(amount.high ?? -1)"
        case .indefinite: bounds = "\(value)…"
        case .atLeast: bounds = "≥\(value)"
        case .moreThan: bounds = ">\(value)"
        case .upTo: bounds = "≤\(value)"
        case .fewerThan: bounds = "<\(value)"
        }
        return "[\(text[amount.span])] \(bounds)" + (amount.kind == .cardinal ? "" : " \(amount.kind.rawValue)")
      }
      #expect(found.joined(separator: "; ") == sides[1], "\(sides[0])")
    }
  }

  @Test func `Russian digits and scales`() throws {
    try expect(
      "ru",
      """
      1 200 домов, 1,200 домов, 1.200 домов, 1'200 домов = [1 200] 1200; [1,200] 1200; [1.200] 1200; [1'200] 1200
      1.2 тыс. домов и 1,2 тыс. человек = [1.2 тыс.] 1200; [1,2 тыс.] 1200
      1,5 млн и 1.5 млн жителей, 2,3 млрд = [1,5 млн] 1500000; [1.5 млн] 1500000; [2,3 млрд] 2300000000
      2 с половиной миллиона, 5 с половиной тысяч = [2 с половиной миллиона] 2500000; [5 с половиной тысяч] 5500
      заём в $3bn, $3 млрд, 3 млрд долларов = [3bn] 3000000000 money; [3 млрд] 3000000000 money; [3 млрд] 3000000000 money
      1½ миллиона, ¾ миллиона = [1½ миллиона] 1500000; [¾ миллиона] 750000
      2 млн 300 тыс. и 2,5-миллионный город = [2 млн 300 тыс.] 2300000; [2,5-миллионный] 2500000 measure
      """)
  }

  @Test func `Russian words`() throws {
    try expect(
      "ru",
      """
      двое, пятеро, десяток, полсотни, полтораста = [двое] 2; [пятеро] 5; [десяток] ~10; [полсотни] ~50; [полтораста] 150
      около полутораста домов, полтораста тысяч, полсотни тысяч = [около полутораста] ~150; [полтораста тысяч] 150000; [полсотни тысяч] ~50000
      полтора миллиона, четверть миллиона, три четверти миллиона = [полтора миллиона] 1500000; [четверть миллиона] 250000; [три четверти миллиона] 750000
      оба водителя и обе женщины, но обе стороны = [оба] 2; [обе] 2
      дюжина, две дюжины, полдюжины = [дюжина] ~12; [две дюжины] ~24; [полдюжины] ~6
      с семью ранеными, семью тысячами, двадцатью семью, а не за семью соседа = [семью] 7; [семью тысячами] 7000; [двадцатью семью] 27
      десятки, сотни тысяч, несколько десятков = [десятки] 20…; [сотни тысяч] 200000…; [несколько десятков] 20…
      тысяча двести пять, двадцати одному, ста пятьюдесятью = [тысяча двести пять] 1205; [двадцати одному] 21; [ста пятьюдесятью] 150
      """)
  }

  @Test func `Russian approximations, ranges, parts and places`() throws {
    try expect(
      "ru",
      """
      человек двадцать, человек в двадцать, тысяч пять = [человек двадцать] ~20; [человек в двадцать] ~20; [тысяч пять] ~5000
      десятка полтора, сотни две, тысячи три, сотни полторы = [десятка полтора] ~15; [сотни две] ~200; [тысячи три] ~3000; [сотни полторы] ~150
      десятка два тысяч = [десятка два тысяч] ~20000
      больше сотни, тысячи двухсот пяти = [больше сотни] >100; [тысячи двухсот пяти] 1205
      от 5 до 8 тысяч, 1,5–2 тысячи, полтора-два миллиона = [от 5 до 8 тысяч] 5000–8000; [1,5–2 тысячи] 1500–2000; [полтора-два миллиона] 1500000–2000000
      между 20 и 30, с 20 до 30, пять-шесть, два или три = [между 20 и 30] 20–30; [с 20 до 30] 20–30; [пять-шесть] 5–6; [два или три] 2–3
      один из десяти, каждый десятый, каждую двадцать первую = [один из десяти] 0.1 ratio; [каждый десятый] 0.1 ratio; [каждую двадцать первую] 0.0476 ratio
      две трети, пятая часть, три пятых, половина = [две трети] 0.6666 fraction; [пятая часть] 0.2 fraction; [три пятых] 0.6 fraction; [половина] 0.5 fraction
      двадцать первый, 21-й, сто пятый = [двадцать первый] 21 ordinal; [21-й] 21 ordinal; [сто пятый] 105 ordinal
      """)
  }

  @Test func `English digits and words`() throws {
    try expect(
      "en",
      """
      1,200 and 1 200 000 and 1.2 thousand = [1,200] 1200; [1 200 000] 1200000; [1.2 thousand] 1200
      $3bn, $3 billion, €2.5m, 3bn dollars = [3bn] 3000000000 money; [3 billion] 3000000000 money; [2.5m] 2500000 money; [3bn] 3000000000 money
      $2-3 billion, 1½ million, ¾ of them = [2-3 billion] 2000000000–3000000000 money; [1½ million] 1500000; [¾] 0.75 fraction
      half a million, a half-million, a quarter of a million = [half a million] 500000; [a half-million] 500000; [a quarter of a million] 250000
      a quarter million, two and a half million, a million and a half = [a quarter million] 250000; [two and a half million] 2500000; [a million and a half] 1500000
      a hundred, twelve hundred, a thousand two hundred and five = [a hundred] 100; [twelve hundred] 1200; [a thousand two hundred and five] 1205
      a dozen, half a dozen, two dozen, scores, dozens = [a dozen] ~12; [half a dozen] ~6; [two dozen] ~24; [scores] 40…; [dozens] 20…
      tens of thousands, several hundred = [tens of thousands] 20000…; [several hundred] 200…
      """)
  }

  @Test func `English approximations, ranges, parts and places`() throws {
    try expect(
      "en",
      """
      30 or so, thirty-odd men, 30-plus men, 30+ men = [30 or so] ~30; [thirty-odd] >30; [30-plus] ≥30; [30+] ≥30
      between 20 and 30, 20-30, five or six, 5 to 8 thousand = [between 20 and 30] 20–30; [20-30] 20–30; [five or six] 5–6; [5 to 8 thousand] 5000–8000
      one in ten, two out of three, one out of every five, every tenth = [one in ten] 0.1 ratio; [two out of three] 0.6666 ratio; [one out of every five] 0.2 ratio; [every tenth] 0.1 ratio
      two thirds, three-quarters, a third of them, half = [two thirds] 0.6666 fraction; [three-quarters] 0.75 fraction; [a third] 0.3333 fraction; [half] 0.5 fraction
      21st, twenty-first, third = [21st] 21 ordinal; [twenty-first] 21 ordinal; [third] 3 ordinal
      """)
  }
}

import Foundation
import SvodkaKit
import SvodkaResources
import SvodkaText
import Testing

@Suite struct TransliteratorTests {
  private func open(_ scheme: TransliterationScheme, reversed: Bool = false) throws -> Transliterator {
    try Transliterator(scheme, reversed: reversed, resources: ResourceLoader())
  }

  /// Rows of «слово word»; the words in parentheses are the standards' own examples or follow from their tables.
  private func expect(_ scheme: TransliterationScheme, _ table: String) throws {
    let transliterator = try open(scheme)
    for row in table.split(separator: "\n") {
      let pair = row.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(try transliterator.transliterate(pair[0]) == pair[1])
    }
  }

  @Test func `BGN/PCGN`() throws {
    try expect(
      .bgn,
      """
      Азов = Azov
      Тамбов = Tambov
      Барнаул = Barnaul
      Енисейск = Yeniseysk
      Чаадаев = Chaadayev
      Майкоп = Maykop
      Юрьев = Yurʹyev
      Подъячев = Podʺyachev
      Ёлкин = Yëlkin
      Хрущёв = Khrushchëv
      Съёмкин = Sʺyëmkin
      Щукино = Shchukino
      Цимлянск = Tsimlyansk
      Хабаровск = Khabarovsk
      Электрогорск = Elektrogorsk
      Братск = Bratsk
      Братство = Bratstvo
      отсылка = otsylka
      НЬЮ-ЙОРК = NʹYU-YORK
      ЗДАНИЕ, ЖИЛЬЁ = ZDANIYE, ZHILʹYË
      Ю. В. Щ. = Yu. V. Shch.
      """)
  }

  @Test func `ISO 9`() throws {
    try expect(
      .iso9,
      """
      Юрий Жуков = Ûrij Žukov
      Щёлково = Ŝëlkovo
      Объезд = Obʺezd
      Эльба = Èlʹba
      Цюрупинск = Cûrupinsk
      Яхонт = Âhont
      Чашка = Čaška
      їжак = ïžak
      """)
  }

  @Test func `GOST 7.79, system B`() throws {
    try expect(
      .gost779b,
      """
      Щука = Shhuka
      Цена = Cena
      Цапля = Czaplya
      отец = otecz
      Объём = Ob``yom
      Эхо = E`xo
      Рыба = Ry`ba
      Июнь = Iyun`
      ЯЩИК = YASHHIK
      """)
  }

  @Test func `passports`() throws {
    try expect(
      .icao,
      """
      Щербаков = Shcherbakov
      Юлия = Iuliia
      Подъячев = Podieiachev
      Семён = Semen
      Хохлов = Khokhlov
      Игорь = Igor
      ЦОЙ = TSOI
      """)
  }

  @Test func `libraries`() throws {
    try expect(
      .alaLC,
      """
      Чайковский = Chaĭkovskiĭ
      Юрьев = I͡Urʹev
      Цветаева = T͡Svetaeva
      Эренбург = Ėrenburg
      объект = obʺekt
      Хрущёв = Khrushchëv
      """.replacing("I͡U", with: "I͡u").replacing("T͡S", with: "T͡s"))
  }

  @Test func `newspapers`() throws {
    try expect(
      .press,
      """
      Лавров = Lavrov
      Ельцин = Yeltsin
      Хрущёв = Khrushchev
      Сергей = Sergei
      Зеленский = Zelensky
      Евгений = Yevgeny
      Дмитрий = Dmitry
      Алексей = Alexei
      Юрий = Yuri
      Горбачёв = Gorbachev
      Андрей = Andrei
      Николай = Nikolai
      Алексеев = Alexeyev
      Медведев = Medvedev
      Фёдор = Fyodor
      Петр = Pyotr
      Петров = Petrov
      Мария = Maria
      Майя = Maya
      Соловьёв = Solovyov
      Васильева = Vasilyeva
      Навальный = Navalny
      Толстой = Tolstoy
      Шойгу = Shoigu
      ЧЕЛЯБИНСК = CHELYABINSK
      """)
  }

  @Test(arguments: TransliterationScheme.allCases) func `Latin is left alone`(scheme: TransliterationScheme) throws {
    let latin = "The café “Žižkov” paid $1,200 — e-mail: a@b.org\r\n"
    #expect(try open(scheme).transliterate(latin) == latin)
    #expect(try open(scheme).transliterate("IT-парк") == "IT-park")
    #expect(try open(scheme).transliterate("") == "")
  }

  @Test(arguments: [TransliterationScheme.iso9, .gost779b]) func `what can be turned back comes back`(
    scheme: TransliterationScheme
  ) throws {
    let (there, back) = (try open(scheme), try open(scheme, reversed: true))
    let words = Self.words
    #expect(words.count > 10_000)
    let text = words.joined(separator: "\n")
    let returned = try back.transliterate(there.transliterate(text)).split(separator: "\n")
    #expect(returned.count == words.count)
    let lost = zip(words, returned).filter { $0 != $1 }
    #expect(lost.isEmpty, "\(lost.prefix(20))")
  }

  /// The system's Russian dictionary where there is one, with its words in capitals too, and invented words over the
  /// whole alphabet, with signs behind consonants alone as Russian has them.
  private static let words: [String] = {
    var words: [String] = []
    if let data = FileManager.default.contents(atPath: "/usr/share/hunspell/ru_RU.dic") {
      words = String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst()
        .map { String($0.prefix { $0 != "/" }) }
        .filter { $0.unicodeScalars.allSatisfy { (0x400...0x45F).contains($0.value) || $0 == "-" } }
    }
    var random = SplitMix(seed: 3)
    let (vowels, consonants) = (Array("аеёиоуыэюя"), Array("бвгджзйклмнпрстфхцчшщ"))
    for _ in 0..<20_000 {
      var word = ""
      for _ in 0..<Int.random(in: 1...9, using: &random) {
        let consonant = String(consonants.randomElement(using: &random) ?? "б")
        let sign = ["", "", "", "ь", "ъ"].randomElement(using: &random) ?? ""
        word += Bool.random(using: &random) ? String(vowels.randomElement(using: &random) ?? "а") : consonant + sign
      }
      words.append(word)
    }
    words += words.filter { $0.count > 2 && !$0.hasPrefix("ь") }.map { $0.uppercased() }
    return words + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }()

  @Test(arguments: [TransliterationScheme.bgn, .icao, .alaLC, .press]) func `what cannot be turned back says so`(
    scheme: TransliterationScheme
  ) throws {
    let error = #expect(throws: AnalysisError.self) { try open(scheme, reversed: true) }
    #expect(error?.code == "C101" && error?.message.contains("cannot be reversed") == true)
  }

  @Test func `rules of one's own see whole lines and can go back`() throws {
    let rules = Array("# names\n'Нью-Йорк' <> 'New York' ;\n[[:Cyrillic:] ' '] { ' — ' > ' -- ' ;\nа <> a ;\n".utf8)
    #expect(try Transliterator(rules: rules, file: "my.rules").transliterate("Нью-Йорк — а\nа") == "New York — a\na")
    #expect(try Transliterator(rules: rules, file: "my.rules", reversed: true).transliterate("New York") == "Нью-Йорк")
    #expect(throws: AnalysisError.self) {
      try Transliterator(rules: Array("а > a ; # <".utf8), file: "f", reversed: true)
    }
  }

  @Test func `broken rules are told with file and line`() throws {
    let rules = Array("а > a ;\nб > b ;\nв >> [ ;\nг > g ;\n".utf8)
    let error = #expect(throws: AnalysisError.self) { try Transliterator(rules: rules, file: "my.rules") }
    #expect(error?.code == "R102" && error?.location?.path == "my.rules" && error?.location?.line == 3)
  }

  @Test func `a language without a table is told`() {
    let error = #expect(throws: AnalysisError.self) {
      try Transliterator(.bgn, language: "ka", resources: ResourceLoader())
    }
    #expect(error?.code == "R101")
  }

  @Test func `random text never crashes it, and many tasks share one`() async throws {
    let transliterator = try open(.press)
    let lines = (0..<200).map { seed -> String in
      var random = SplitMix(seed: UInt64(seed))
      let scalars = (0..<60).compactMap { _ in Unicode.Scalar(UInt32.random(in: 1...0x2FFF, using: &random)) }
      return String(String.UnicodeScalarView(scalars))
    }
    let alone = try lines.map { try transliterator.transliterate($0) }
    let together = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for (i, line) in lines.enumerated() { group.addTask { (i, try transliterator.transliterate(line)) } }
      return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
    }
    for (i, line) in alone.enumerated() { #expect(together[i] == line) }
  }
}

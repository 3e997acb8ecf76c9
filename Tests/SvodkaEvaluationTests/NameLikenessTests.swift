import SvodkaEvaluation
import Testing

@Suite struct NameLikenessTests {
  @Test(arguments: [
    ("Anna Petrova", "Petrova"), ("the Ministry of Health", "Ministry of Health"), ("Orlov", "Orlov's"),
    ("Анна Орлова", "Анны Орловой"), ("Минобороны", "минобороны"), ("президент Хасанов", "Хасанова"),
    ("Жуковский", "Жуковского"), ("Фёдор", "Федора"), ("МИД", "МИД Армении"), ("президент", "президента"),
    ("Й\u{306}", "Й\u{306}"), ("Андреи\u{306}", "Андрей"),
  ])
  func oneName(_ a: String, _ b: String) throws {
    let names = try Scoring.names()
    #expect(names.same(a, b))
    #expect(names.same(b, a))
  }

  @Test(arguments: [
    ("Anna Petrova", "Anna Orlova"), ("Орлов", "Орлан"), ("МИД", "МВД"), ("Iran", "Iraq"), ("", "Орлов"), ("—", "—"),
    ("Ли", "Лу"), ("министр", "президент"),
  ])
  func twoNames(_ a: String, _ b: String) throws {
    let names = try Scoring.names()
    #expect(!names.same(a, b))
    #expect(!names.same(b, a))
  }

  @Test func wordsForPeopleSayNothing() throws {
    let names = try Scoring.names()
    #expect(names.isGeneric("People") && names.isGeneric("человек"))
    #expect(!names.isGeneric("civilians") && !names.isGeneric("мирных жителей"))
  }
}

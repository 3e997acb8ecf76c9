import SvodkaMarkup
import Testing

@Suite struct FurnitureTests {
  @Test func kindsHaveNamesThatStay() {
    #expect(
      Furniture.Kind.allCases.map(\.rawValue) == [
        "menu", "signup", "donation", "cookie", "share", "related", "comments", "author", "paywall", "legal", "caption",
        "advertisement", "masthead", "other",
      ])
  }
}

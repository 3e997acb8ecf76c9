import CasualtyFigures
import Testing

/// Tables in running text, their cells divided by bars or by tabulators.
@Suite struct TableTests {
  @Test(arguments: [
    (
      "Region | Killed | Wounded\nNorth | 14 | 52\nSouth | 3 | 9", "en",
      "killed 14-14; wounded 52-52; killed 3-3; wounded 9-9"
    ),
    ("| Region | Killed | Missing people |\n|---|---|---|\n| North | 14 | 52 |", "en", "killed 14-14; missing 52-52"),
    ("Army\tKilled\tWounded\nNorth\t1,412\t3,000", "en", "killed 1412-1412; wounded 3000-3000"),
    ("Killed | 14\nWounded | 52", "en", "killed 14-14; wounded 52-52"),
    ("Область | Погибло | Без вести\nСевер | 14 | 3", "ru", "killed 14-14; missing 3-3"),
  ]) func cellsCountWhatTheirColumnSays(text: String, language: String, expected: String) async throws {
    #expect(try await noted(text, language) == expected)
  }

  @Test(arguments: [
    "Team | Played | Points\nUnited | 14 | 52", "Region | Killed | Wounded\nNorth | 14",
    "Region | Killed\n\nThe hall has 40 seats.",
  ]) func otherTablesCountNobody(text: String) async throws {
    #expect(try await noted(text, "en") == "")
  }

  @Test func aTableEndsWithItsRows() async throws {
    #expect(try await noted("Region | Killed\nNorth | 14\nThe hall was full.\nRow | 12", "en") == "killed 14-14")
  }

  @Test func namesColumnAndEntry() async throws {
    let found = try await figures("Region | Killed\nNorth | 14", "en")
    #expect(found.map(\.rule) == ["table: killed"])
  }
}

import CasualtyFigures
import SvodkaKit
import Testing

@Suite struct EnglishFigureTests {
  @Test(arguments: [
    ("At least nine people were killed and 30 wounded.", "killed 9- at_least; wounded 30-30"),
    ("The shelling killed four villagers and injured dozens.", "killed 4-4; wounded 20- indefinite"),
    ("The raid left six soldiers dead, with 20 more wounded.", "killed 6-6; wounded 20-20"),
    ("Rebels ambushed the convoy, killing at least four.", "killed 4- at_least"),
    ("The bodies of 60 men were found in a well.", "killed 60-60"),
    ("The storm claimed 40 lives.", "killed 40-40"),
    ("Around 70 fishermen are missing.", "missing 70-70 about"),
    ("Some 20,000 people fled to the hills.", "displaced 20000-20000 about"),
    ("Fifty militants surrendered and 12 were captured.", "captured 50-50; captured 12-12"),
    ("3 dead, 8 hurt in ferry fire", "killed 3-3; wounded 8-8"),
    ("A shepherd was killed by a mine.", "killed 1-1"),
    ("Both pilots died.", "killed 2-2"),
    ("More than 300 were killed or wounded.", "affected 300- more_than"),
  ]) func findsWhatHappened(text: String, expected: String) async throws {
    #expect(try await noted(text, "en") == expected)
  }

  @Test(arguments: [
    ("Twelve pupils and two teachers were killed.", "killed 12-12; killed 2-2"),
    ("A mother and her three sons were killed in the strike.", "killed 1-1; killed 3-3"),
    ("Eight were killed in Torvan, five in Halden.", "killed 8-8; killed 5-5"),
    ("Nine people, including two nurses, were hurt.", "wounded 9-9; wounded 2-2"),
    ("Of the 20 killed in the raid, 12 were children.", "killed 20-20; killed 12-12"),
    ("The toll rose from 14 to 19.", "killed 14-14 former; killed 19-19"),
    ("No one was hurt.", "wounded 0-0"),
    ("No casualties were reported.", "killed 0-0"),
  ]) func countsListsPartsAndNobody(text: String, expected: String) async throws {
    #expect(try await noted(text, "en") == expected)
  }

  @Test(arguments: [
    "The army has 30 tanks and 4,000 soldiers in the valley.",
    "Senators killed the bill by 30 votes to 20.",
    "The number of dead could rise to 300.",
    "The strike destroyed four houses and 12 vehicles.",
    "Rebels freed 14 hostages on Sunday.",
    "Petrov, 37, was killed near the bridge.",
    "Malaria kills 20 children a day there.",
    "Rumours that 300 people had been killed are false.",
    "The boys scored 14 points in the 80th minute.",
    "Two thirds of the dead have not been named.",
    "Music is always fun, the crowd of guests adds noise to the meal",
    "According to",
    ", said",
  ]) func findsNothing(text: String) async throws {
    #expect(try await noted(text, "en") == "")
  }

  @Test func tellsWholeFromPart() async throws {
    let found = try await figures("Fourteen people, including three children, were killed.", "en")
    #expect(found.map(\.subsetOf) == [nil, "cf-1"])
    #expect(found.map { $0.victims?.text.text } == ["people", "children"])
    #expect(found.map { $0.victims?.class } == ["unknown", "child"])
  }

  @Test func namesWhoVouches() async throws {
    let found = try await figures("The health ministry said 17 nurses had been killed.", "en")
    #expect(found.first?.claimedBy?.text.text.contains("health ministry") == true)
    #expect(found.first?.evidence.text == "17 nurses had been killed")
  }

  @Test func tellsCumulativeFromOneEvent() async throws {
    let found = try await figures("Two men died on Monday. Since the war began 3,000 people have died.", "en")
    #expect(found.map(\.scope) == [.incident, .cumulative])
  }

  @Test(arguments: [
    ("An earthquake killed 20 people.", CasualtyCause.disaster), ("Cholera killed 20 people.", .disease),
    ("A bomb killed 20 people.", .violence), ("A train crash killed 20 people.", .accident),
    ("Twenty people died there.", .unknown),
  ]) func tellsCauses(text: String, cause: CasualtyCause) async throws {
    #expect(try await figures(text, "en").map(\.cause) == [cause])
  }

  @Test func isSurerOfWhatTouches() async throws {
    let near = try await figures("Gunmen killed 12 villagers.", "en")
    let far = try await figures("Three villagers in the valley to the north of the old town were killed.", "en")
    let (a, b) = (try #require(near.first), try #require(far.first))
    #expect(a.confidence > b.confidence)
  }
}

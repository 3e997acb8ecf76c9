import SvodkaEvaluation
import SvodkaKit
import Testing

@Suite struct FloorsTests {
  private func floor(_ f1: Double, models: [String] = ["ru: rules"], hash: String = "abc") -> Floors.Floor {
    .init(gold: "figures.ru.jsonl", analyzer: "a", mode: .overlap, models: models, goldHash: hash, f1: f1)
  }
  private func code(_ body: () throws(AnalysisError) -> Void) -> String? {
    do throws(AnalysisError) {
      try body()
      return nil
    } catch { return error.code }
  }

  @Test func aFigureBelowItsFloorFails() {
    let floors = Floors([floor(0.8)])
    #expect(code { () throws(AnalysisError) in try floors.check(floor(0.8)) } == nil)
    #expect(code { () throws(AnalysisError) in try floors.check(floor(0.9)) } == nil)
    #expect(code { () throws(AnalysisError) in try floors.check(floor(0.79)) } == "O103")
  }

  @Test func otherGoldOrOtherModelsNeedAFloorOfTheirOwn() {
    let floors = Floors([floor(0.8)])
    #expect(code { () throws(AnalysisError) in try floors.check(floor(0.9, hash: "abd")) } == "O104")
    #expect(code { () throws(AnalysisError) in try floors.check(floor(0.9, models: ["ru: large 2"])) } == "O104")
    #expect(code { () throws(AnalysisError) in try Floors().check(floor(0.9)) } == "O104")
  }

  @Test func loweringTakesPermission() throws {
    var floors = Floors([floor(0.8)])
    #expect(code { () throws(AnalysisError) in try floors.pin(floor(0.7), allowRegression: false) } == "O103")
    #expect(floors.floors.map(\.f1) == [0.8])
    try floors.pin(floor(0.9), allowRegression: false)
    try floors.pin(floor(0.7), allowRegression: true)
    try floors.pin(floor(0.6, models: ["ru: large 2"]), allowRegression: false)
    #expect(floors.floors.map(\.f1).sorted() == [0.6, 0.7])
  }

  @Test func theFileComesBackAsItWas() throws {
    let floors = Floors([floor(0.8), floor(0.9125, models: ["ru: large 2"])])
    #expect(try Floors(json: Array(floors.json.utf8), path: "f") == floors)
    let forged = floors.json.replacing("large 2", with: "large 3")
    #expect(code { () throws(AnalysisError) in _ = try Floors(json: Array(forged.utf8), path: "f") } == "I110")
    #expect(code { () throws(AnalysisError) in _ = try Floors(json: Array("{".utf8), path: "f") } == "I103")
  }

  @Test func whatIsPinnedIsNeverAboveWhatWasMeasured() throws {
    let measured = floor(0.66666)
    let floors = try Floors(json: Array(Floors([measured]).json.utf8), path: "f")
    #expect(floors.floors[0].f1 == 0.6666)
    try floors.check(measured)
  }
}

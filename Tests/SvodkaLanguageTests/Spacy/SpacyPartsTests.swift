import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaLanguage

@Suite struct ArcEagerStateTests {
  /// `She ate fish`: the verb takes its neighbours from both sides.
  @Test func buildsArcsOnBothSides() {
    var state = ArcEagerState(count: 3)
    state.make(.shift, label: 0)
    state.make(.left, label: 1)
    #expect(state.context.0 == 1 && state.context.2 == -1 && state.context.5 == 0)
    state.make(.shift, label: 0)
    state.make(.right, label: 2)
    #expect(state.context.2 == 2 && state.context.3 == 1)
    state.make(.reduce, label: 0)
    #expect(state.context.7 == 2)
    state.make(.reduce, label: 0)
    #expect(state.isFinal)
    #expect(state.heads == [1, -1, 1])
    #expect(state.labels == [1, -1, 2])
  }

  @Test func aWordWithoutAHeadGoesBackAndIsNotShiftedAgain() {
    var state = ArcEagerState(count: 3)
    state.make(.shift, label: 0)
    state.make(.shift, label: 0)
    state.make(.reduce, label: 0)
    #expect(state.context.0 == 1 && state.context.2 == 0)
    #expect(!state.allows(.shift) && state.allows(.right))
  }

  @Test func nothingJoinsWordsAcrossTheStartOfASentence() {
    var state = ArcEagerState(count: 3)
    #expect(!state.allows(.reduce) && !state.allows(.left) && !state.allows(.right))
    #expect(state.allows(.pause))
    state.make(.pause, label: 0)
    #expect(!state.allows(.pause))
    state.make(.shift, label: 0)
    #expect(!state.allows(.left) && !state.allows(.right) && !state.allows(.shift) && state.allows(.reduce))
  }

  @Test func aLaterHeadReplacesAnEarlierOne() {
    var state = ArcEagerState(count: 3)
    state.make(.shift, label: 0)
    state.make(.right, label: 1)
    #expect(state.heads == [-1, 0, -1])
    state.make(.left, label: 2)
    #expect(state.heads == [-1, 2, -1])
    #expect(state.context.7 == -1, "the first head has lost its child")
  }
}

@Suite struct ParsedWordsTests {
  @Test func sentencesBeginWhereRootsReach() {
    let parse = ParsedWords(heads: [1, 1, 3, 3], relations: [0, 0, 0, 0])
    #expect(parse.startsSentence == [true, false, true, false])
  }

  /// Relation 2 says: relation 1, of a word whose true head has relation 3.
  @Test func liftedArcsAreLowered() {
    var parse = ParsedWords(heads: [1, 1, 1, 2, 1], relations: [1, 0, 1, 3, 2])
    parse.lower([nil, nil, (relation: 1, head: 3), nil]) { _ in false }
    #expect(parse.heads == [1, 1, 1, 2, 3])
    #expect(parse.relations == [1, 0, 1, 3, 1])
  }

  @Test func whiteSpaceIsNoHead() {
    var parse = ParsedWords(heads: [1, 1, 1, 2, 1], relations: [1, 0, 1, 3, 2])
    parse.lower([nil, nil, (relation: 1, head: 3), nil]) { $0 == 3 }
    #expect(parse.heads == [1, 1, 1, 2, 1])
  }
}

@Suite struct SpacyMoveTests {
  /// Moves go by count, those added later behind all others.
  @Test func ordersMovesAsSpacyDoes() throws {
    let json = #"{"0":{"":5},"2":{"det":7,"amod":7,"nsubj":9},"3":{"obj":3,"dep":-1},"4":{"ROOT":2}}"#
    let message: [UInt8] = [0x81, 0xA5] + Array("moves".utf8) + [0xD9, UInt8(json.utf8.count)] + Array(json.utf8)
    let moves = try SpacyMove.all(message, path: "moves")
    #expect(moves.map(\.line) == ["0\t", "2\tnsubj", "2\tdet", "2\tamod", "3\tobj", "4\tROOT", "3\tdep"])
    #expect(SpacyMove.read(moves.map(\.line)) == moves)
  }

  @Test func refusesOtherFiles() {
    let error = #expect(throws: AnalysisError.self) { try SpacyMove.all([0x80], path: "moves") }
    #expect(error?.code == ErrorCode.brokenModel.rawValue)
  }
}

@Suite struct NumpyArrayTests {
  private func file(_ header: String, _ data: [UInt8]) -> [UInt8] {
    [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8) + data
  }

  @Test func readsFloats() throws {
    let array = try NumpyArray(
      file("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }", [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40]), name: "v")
    #expect(array.shape == [1, 2])
    #expect(array.floats == [1, 2])
  }

  @Test func refusesOthers() {
    for header in [
      "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1), }",
      "{'descr': '<f4', 'fortran_order': True, 'shape': (1, 2), }",
      "{'descr': '<f4', 'fortran_order': False, 'shape': (9, 9), }",
    ] {
      #expect(throws: AnalysisError.self) { try NumpyArray(file(header, [0, 0, 0, 0, 0, 0, 0, 0]), name: "v") }
    }
  }
}

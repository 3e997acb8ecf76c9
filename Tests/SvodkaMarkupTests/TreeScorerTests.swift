import Testing

@testable import SvodkaMarkup

@Suite struct TreeScorerTests {
  /// A tree that asks at each node until `depth`, with numbers from a simple generator.
  private static func tree(depth: Int, features: Int, _ random: inout UInt64) -> BoostedTrees.Tree {
    var tree = BoostedTrees.Tree(feature: [-1], value: [0], left: [0])
    var open = [(node: 0, depth: 0)]
    func next() -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33)
    }
    while let (node, level) = open.popLast() {
      // Some leaves lie higher than others.
      guard level < depth, level == 0 || next() % 5 > 0 else {
        tree.value[node] = Float(next() % 2000 - 1000) / 777
        continue
      }
      tree.feature[node] = next() % features
      tree.value[node] = Float(next() % 10)
      tree.left[node] = tree.feature.count
      open += [(tree.feature.count, level + 1), (tree.feature.count + 1, level + 1)]
      tree.feature += [-1, -1]
      tree.value += [0, 0]
      tree.left += [0, 0]
    }
    return tree
  }

  @Test(arguments: [0, 1, 5, 15, 16, 17, 33, 64])
  func rowsGetTheScoreOfTheTreesOneByOne(rows: Int) {
    var random = UInt64(rows) &+ 7
    let trees = (0..<23).map { Self.tree(depth: $0 % 6, features: 19, &random) }
    let model = BoostedTrees(features: 1, bias: -0.25, trees: trees)
    let table = FeatureTable(rows: rows) { number, row in
      for feature in 0..<19 { row.append(Float((number * 31 + feature * 17) % 11)) }
    }
    #expect(TreeScorer(model).scores(table) == table.rows.map { model.score($0) })
  }
}

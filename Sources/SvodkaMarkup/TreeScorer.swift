import CSvodkaKernel

/// Boosted trees laid out for asking: all branches in one table, all rows at once.
struct TreeScorer: Sendable {
  private let bias: Float
  private let branches: [svodka_branch]
  /// Where the branches of each tree end.
  private let ends: [UInt32]
  /// The answers of each tree's leaves, from left to right.
  private let answers: [Float]
  private let width: Int

  init(_ model: BoostedTrees) {
    bias = model.bias
    var branches: [svodka_branch] = []
    var ends: [UInt32] = []
    var answers: [Float] = []
    for tree in model.trees {
      var leaves: [Float] = []
      Self.lay(tree, node: 0, &branches, &leaves)
      precondition(leaves.count <= SVODKA_TREE_LEAVES, "a tree has too many leaves")
      ends.append(UInt32(branches.count))
      answers += leaves + [Float](repeating: 0, count: Int(SVODKA_TREE_LEAVES) - leaves.count)
    }
    (self.branches, self.ends, self.answers) = (branches, ends, answers)
    width = branches.reduce(0) { max($0, Int($1.feature) + 1) }
  }

  /// Numbers the leaves below a node from left to right; a branch puts those on its left out of reach.
  private static func lay(
    _ tree: BoostedTrees.Tree, node: Int, _ branches: inout [svodka_branch], _ leaves: inout [Float]
  ) {
    guard tree.feature[node] >= 0 else {
      leaves.append(tree.value[node])
      return
    }
    let (place, first) = (branches.count, leaves.count)
    branches.append(svodka_branch(feature: UInt32(tree.feature[node]), value: tree.value[node], below: 0))
    lay(tree, node: tree.left[node], &branches, &leaves)
    for leaf in first..<leaves.count { branches[place].below |= 1 << UInt32(leaf) }
    lay(tree, node: tree.left[node] + 1, &branches, &leaves)
  }

  /// The log-odds of "yes" for each row of features.
  func scores(_ table: FeatureTable) -> [Float] {
    precondition(
      table.count == 0 || table.width >= width && table.width <= SVODKA_TREE_FEATURES,
      "the rows are not those that were learned on")
    var sums = [Float](repeating: bias, count: table.count)
    svodka_ask_trees(
      branches, ends, answers, UInt32(ends.count), table.values, UInt32(table.count), UInt32(table.width), &sums)
    return sums
  }
}

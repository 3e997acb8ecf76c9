/// Boosted trees laid out for asking: all nodes in one table.
struct TreeScorer: Sendable {
  private struct Node {
    /// -1 for a leaf.
    var feature: Int32
    var left: Int32
    var value: Float
  }

  private let bias: Float
  private let roots: [Int32]
  private let nodes: [Node]
  private let width: Int

  init(_ model: BoostedTrees) {
    bias = model.bias
    var roots: [Int32] = []
    var nodes: [Node] = []
    var width = 0
    for tree in model.trees {
      let root = Int32(nodes.count)
      roots.append(root)
      for index in tree.feature.indices {
        let feature = Int32(tree.feature[index])
        width = max(width, Int(feature) + 1)
        nodes.append(Node(feature: feature, left: root + Int32(tree.left[index]), value: tree.value[index]))
      }
    }
    (self.roots, self.nodes, self.width) = (roots, nodes, width)
  }

  /// The log-odds of "yes" for a row of features.
  func score(_ row: [Float]) -> Float {
    precondition(row.count >= width, "the row is shorter than the one that was learned on")
    var sum = bias
    nodes.withUnsafeBufferPointer { nodes in
      row.withUnsafeBufferPointer { row in
        for root in roots {
          var node = nodes[Int(root)]
          while node.feature >= 0 {
            node = nodes[Int(node.left) + (row[Int(node.feature)] <= node.value ? 0 : 1)]
          }
          sum += node.value
        }
      }
    }
    return sum
  }
}

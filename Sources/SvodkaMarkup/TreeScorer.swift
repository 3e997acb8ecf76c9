/// Boosted trees laid out for asking: all nodes in one table, all rows asked of one tree before the next.
struct TreeScorer: Sendable {
  /// Eight bytes, so that a tree stays in the nearest cache. A leaf leads to itself whatever is asked, so that every row
  /// takes the same number of steps and the processor has nothing to guess.
  private struct Node {
    var feature: UInt16
    var left: UInt16
    var value: Float
  }

  private struct Tree {
    var start: Int
    var depth: Int
  }

  private let bias: Float
  private let trees: [Tree]
  private let nodes: [Node]
  /// The answers of the leaves, at their nodes.
  private let answers: [Float]
  private let width: Int

  init(_ model: BoostedTrees) {
    bias = model.bias
    var trees: [Tree] = []
    var nodes: [Node] = []
    var answers: [Float] = []
    var width = 0
    for tree in model.trees {
      trees.append(Tree(start: nodes.count, depth: Self.depth(tree)))
      for index in tree.feature.indices {
        let feature = tree.feature[index]
        width = max(width, feature + 1)
        let isLeaf = feature < 0
        nodes.append(
          Node(
            feature: isLeaf ? 0 : UInt16(clamping: feature),
            left: UInt16(clamping: isLeaf ? index : tree.left[index]),
            value: isLeaf ? .infinity : tree.value[index]))
        answers.append(isLeaf ? tree.value[index] : 0)
      }
    }
    (self.trees, self.nodes, self.answers, self.width) = (trees, nodes, answers, width)
  }

  private static func depth(_ tree: BoostedTrees.Tree) -> Int {
    var depths = [Int](repeating: 0, count: tree.feature.count)
    for index in tree.feature.indices where tree.feature[index] >= 0 {
      depths[tree.left[index]] = depths[index] + 1
      depths[tree.left[index] + 1] = depths[index] + 1
    }
    return depths.max() ?? 0
  }

  /// The log-odds of "yes" for each row of features.
  func scores(_ table: FeatureTable) -> [Float] {
    precondition(table.count == 0 || table.width >= width, "the rows are shorter than those that were learned on")
    var sums = [Float](repeating: bias, count: table.count)
    let stride = table.width
    sums.withUnsafeMutableBufferPointer { sums in
      nodes.withUnsafeBufferPointer { nodes in
        answers.withUnsafeBufferPointer { answers in
          table.values.withUnsafeBufferPointer { values in
            for tree in trees {
              for row in sums.indices {
                let first = row * stride
                var node = tree.start
                for _ in 0..<tree.depth {
                  let at = nodes[node]
                  node = tree.start + Int(at.left) + (values[first + Int(at.feature)] > at.value ? 1 : 0)
                }
                sums[row] += answers[node]
              }
            }
          }
        }
      }
    }
    return sums
  }
}

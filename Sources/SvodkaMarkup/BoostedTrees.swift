/// Gradient-boosted decision trees for a yes-or-no question (Friedman, "Greedy function approximation", 2001), as
/// `ArticleTraining` learns them.
package struct BoostedTrees: Codable, Sendable {
  /// The version of the features that they were learned on.
  package var features: Int
  /// The answer before any tree, in log-odds.
  package var bias: Float
  package var trees: [Tree]

  /// Makes a model.
  package init(features: Int, bias: Float, trees: [Tree]) {
    self.features = features
    self.bias = bias
    self.trees = trees
  }

  /// One tree; its nodes lie in arrays, the root first.
  package struct Tree: Codable, Sendable {
    /// The feature that a node asks for; -1 for a leaf.
    package var feature: [Int]
    /// Up to this value one goes left. Of a leaf, its answer in log-odds.
    package var value: [Float]
    /// The left child; the right one comes behind it.
    package var left: [Int]

    /// Makes a tree of its nodes.
    package init(feature: [Int], value: [Float], left: [Int]) {
      self.feature = feature
      self.value = value
      self.left = left
    }
  }

  /// The log-odds of "yes" for a row of features.
  package func score(_ row: [Float]) -> Float {
    var sum = bias
    for tree in trees {
      var node = 0
      while tree.feature[node] >= 0 {
        node = tree.left[node] + (row[tree.feature[node]] <= tree.value[node] ? 0 : 1)
      }
      sum += tree.value[node]
    }
    return sum
  }
}

import Foundation
import SvodkaMarkup

/// Learns gradient-boosted trees on logistic loss, with features cut into bins by quantiles (the method of Chen and
/// Guestrin, "XGBoost", 2016, with histograms). No chance is in it: the same examples give the same trees.
struct BoostedTreesLearner {
  var trees = 160
  var depth = 5
  var rate: Float = 0.1
  var bins = 48
  var regularisation: Float = 3
  var leastWeight: Float = 12
  /// Each tree may ask for this share of the features.
  var columns: Float = 0.4
  /// Blocks of one site count less the more pages it has: the site's pages together count as their square root.
  var dampSites = true

  func learn(from examples: [Example], features: Int) -> BoostedTrees {
    var pages: [String: Int] = [:]
    for example in examples { pages[example.site, default: 0] += 1 }
    let rows = examples.flatMap(\.rows)
    let labels = examples.flatMap { $0.labels.map { $0 ? Float(1) : 0 } }
    let weights = examples.flatMap { example in
      let factor = dampSites ? 1 / Float(pages[example.site] ?? 1).squareRoot() : 1
      return example.weights.map { $0 * factor }
    }
    let count = rows.count
    let width = rows.first?.count ?? 0
    let cuts = (0..<width).map { cut(rows, $0) }
    // Column by column, for the histograms.
    var binned = [[UInt8]](repeating: [UInt8](repeating: 0, count: count), count: width)
    for f in 0..<width { for i in 0..<count { binned[f][i] = UInt8(bin(rows[i][f], cuts[f])) } }

    let positive = zip(labels, weights).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    let all = weights.reduce(0, +)
    let bias = log(positive / max(1, all - positive))
    var scores = [Float](repeating: bias, count: count)
    var made: [BoostedTrees.Tree] = []
    var random: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<trees {
      var gradient = [Float](repeating: 0, count: count)
      var hessian = [Float](repeating: 0, count: count)
      for i in 0..<count {
        let p = 1 / (1 + exp(-scores[i]))
        gradient[i] = (p - labels[i]) * weights[i]
        hessian[i] = max(p * (1 - p), 1e-6) * weights[i]
      }
      var asked: [Int] = []
      for f in 0..<width {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        if Float(random >> 40) / Float(1 << 24) < columns { asked.append(f) }
      }
      let tree = grow(binned, cuts, gradient, hessian, asked, &scores)
      made.append(tree)
    }
    return BoostedTrees(features: features, bias: bias, trees: made)
  }

  private func cut(_ rows: [[Float]], _ f: Int) -> [Float] {
    let values = rows.map { $0[f] }.sorted()
    guard let first = values.first else { return [] }
    var cuts: [Float] = []
    var last = first
    for k in 1..<bins {
      let value = values[min(values.count - 1, values.count * k / bins)]
      if value > last {
        // The threshold lies on the greatest value below, so that rounding cannot move it.
        cuts.append(last)
        last = value
      }
    }
    if let top = values.last, top > last { cuts.append(last) }
    return cuts
  }

  /// The number of thresholds below a value.
  private func bin(_ value: Float, _ cuts: [Float]) -> Int {
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if value <= cuts[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private struct Growing {
    var node: Int
    var members: [Int32]
    var depth: Int
  }

  private func grow(
    _ binned: [[UInt8]], _ cuts: [[Float]], _ gradient: [Float], _ hessian: [Float], _ asked: [Int],
    _ scores: inout [Float]
  ) -> BoostedTrees.Tree {
    var tree = BoostedTrees.Tree(feature: [-1], value: [0], left: [0])
    var open = [Growing(node: 0, members: (0..<Int32(gradient.count)).map { $0 }, depth: 0)]
    while let now = open.popLast() {
      var (g, h) = (Float(0), Float(0))
      for i in now.members { (g, h) = (g + gradient[Int(i)], h + hessian[Int(i)]) }
      let split = now.depth < depth ? best(binned, cuts, gradient, hessian, asked, now.members, g, h) : nil
      guard let (feature, at) = split else {
        let answer = -g / (h + regularisation) * rate
        tree.value[now.node] = answer
        for i in now.members { scores[Int(i)] += answer }
        continue
      }
      let left = tree.feature.count
      tree.feature[now.node] = feature
      tree.value[now.node] = cuts[feature][at]
      tree.left[now.node] = left
      tree.feature += [-1, -1]
      tree.value += [0, 0]
      tree.left += [0, 0]
      var (below, above): ([Int32], [Int32]) = ([], [])
      for i in now.members { if Int(binned[feature][Int(i)]) <= at { below.append(i) } else { above.append(i) } }
      open.append(Growing(node: left, members: below, depth: now.depth + 1))
      open.append(Growing(node: left + 1, members: above, depth: now.depth + 1))
    }
    return tree
  }

  private func best(
    _ binned: [[UInt8]], _ cuts: [[Float]], _ gradient: [Float], _ hessian: [Float], _ asked: [Int],
    _ members: [Int32], _ g: Float, _ h: Float
  ) -> (feature: Int, at: Int)? {
    var found: (feature: Int, at: Int)?
    var gain: Float = 0.5
    let base = g * g / (h + regularisation)
    let ownG = members.map { gradient[Int($0)] }
    let ownH = members.map { hessian[Int($0)] }
    for feature in asked where !cuts[feature].isEmpty {
      let (sumG, sumH) = histograms(binned[feature], cuts[feature].count + 1, g: ownG, h: ownH, members)
      var (lg, lh) = (Float(0), Float(0))
      for at in cuts[feature].indices {
        lg += sumG[at]
        lh += sumH[at]
        let (rg, rh) = (g - lg, h - lh)
        guard lh >= leastWeight * 0.25, rh >= leastWeight * 0.25 else { continue }
        let better = lg * lg / (lh + regularisation) + rg * rg / (rh + regularisation) - base
        if better > gain { (gain, found) = (better, (feature, at)) }
      }
    }
    return found
  }

  /// Gradients and hessians summed by the bins of one feature.
  private func histograms(
    _ column: [UInt8], _ bins: Int, g: [Float], h: [Float], _ members: [Int32]
  ) -> ([Float], [Float]) {
    var sumG = [Float](repeating: 0, count: bins)
    var sumH = sumG
    sumG.withUnsafeMutableBufferPointer { sumG in
      sumH.withUnsafeMutableBufferPointer { sumH in
        column.withUnsafeBufferPointer { column in
          g.withUnsafeBufferPointer { g in
            h.withUnsafeBufferPointer { h in
              members.withUnsafeBufferPointer { members in
                for at in members.indices {
                  let b = Int(column[Int(members[at])])
                  sumG[b] += g[at]
                  sumH[b] += h[at]
                }
              }
            }
          }
        }
      }
    }
    return (sumG, sumH)
  }
}

import CSvodkaKernel
import Testing

@testable import SvodkaLanguage

@Suite("Layers of maxout give what plain loops give") struct MaxoutTests {
  private static let kernels = PackedMatrixTests.usable

  private func numbers(_ count: Int, seed: UInt64) -> [Float] { PackedMatrixTests.numbers(count, seed: seed) }

  @Test("the largest of three pieces", arguments: kernels)
  func pieces(kernel: MatrixKernel) {
    for (rows, outputs) in [(1, 96), (3, 33), (2, 16), (5, 5)] {
      let columns = MaxoutLayer.columns(outputs)
      let a = numbers(rows * columns, seed: 1)
      var out = [Float](repeating: 9, count: rows * (outputs + 1))
      svodka_max_pieces(
        kernel.rawValue, a, Int64(columns), Int64(rows), Int64(outputs), &out, Int64(outputs + 1))
      for row in 0..<rows {
        for o in 0..<outputs {
          let best = (0..<3).map { a[row * columns + MaxoutLayer.column(o, $0)] }.max()
          #expect(out[row * (outputs + 1) + o] == best)
        }
        #expect(out[row * (outputs + 1) + outputs] == 9, "what lies behind a row is not written to")
      }
    }
  }

  @Test("sums of known products, with places that have none", arguments: kernels)
  func sums(kernel: MatrixKernel) {
    let outputs = 37
    let count = MaxoutLayer.columns(outputs)
    let (first, second) = (numbers(count, seed: 4), numbers(count, seed: 5))
    let bias = numbers(count, seed: 6)
    var out = [Float](repeating: 0, count: 2 * outputs)
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        let parts = [first.baseAddress, second.baseAddress, nil, second.baseAddress]
        svodka_sum_maxout(kernel.rawValue, parts, 2, 2, bias, Int64(outputs), &out, Int64(outputs))
      }
    }
    for o in 0..<outputs {
      let places = (0..<3).map { MaxoutLayer.column(o, $0) }
      #expect(abs(out[o] - (places.map { bias[$0] + first[$0] + second[$0] }.max() ?? 0)) < 1e-5)
      #expect(abs(out[outputs + o] - (places.map { bias[$0] + second[$0] }.max() ?? 0)) < 1e-5)
    }
  }

  @Test("rows are normalised and added to", arguments: kernels)
  func normalised(kernel: MatrixKernel) {
    for columns in [16, 19, 96] {
      let a = numbers(2 * columns, seed: 7)
      let (scale, shift) = (numbers(columns, seed: 8), numbers(columns, seed: 9))
      var out = [Float](repeating: 0, count: 2 * columns)
      a.withUnsafeBufferPointer { a in
        let added = [a.baseAddress, nil]
        svodka_normalize_rows(
          kernel.rawValue, a.baseAddress, Int64(columns), 2, Int64(columns), scale, shift, added, &out, Int64(columns))
      }
      for row in 0..<2 {
        let values = a[(row * columns)..<((row + 1) * columns)].map(Double.init)
        let mean = values.reduce(0, +) / Double(columns)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(columns) + 1e-8
        for k in 0..<columns {
          let expected =
            (values[k] - mean) / variance.squareRoot() * Double(scale[k]) + Double(shift[k])
            + (row == 0 ? values[k] : 0)
          #expect(abs(Double(out[row * columns + k]) - expected) < 1e-5)
        }
      }
    }
  }
}

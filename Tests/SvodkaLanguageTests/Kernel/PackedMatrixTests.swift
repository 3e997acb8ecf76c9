import Testing

@testable import SvodkaLanguage

@Suite("The matrix kernel gives what three plain loops give")
struct PackedMatrixTests {
  /// Numbers between -1 and 1 that are the same in every run.
  static func numbers(_ count: Int, seed: UInt64) -> [Float] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int64(bitPattern: state) >> 40) / Float(1 << 23)
    }
  }

  static let usable = MatrixKernel.allCases.filter { $0.rawValue <= MatrixKernel.best.rawValue }

  private func product(
    _ matrix: PackedMatrix, _ a: [Float], stride: Int, rows: Int, _ kernel: MatrixKernel,
    _ epilogue: PackedMatrix.Epilogue = .none
  ) -> [Float] {
    var c = [Float](repeating: .nan, count: rows * matrix.columns)
    c.withUnsafeMutableBufferPointer { out in
      a.withUnsafeBufferPointer { rowsIn in
        guard let from = rowsIn.baseAddress, let to = out.baseAddress else { return }
        matrix.multiply(
          from, stride: stride, rows: rows, into: to, outStride: matrix.columns, epilogue, kernel: kernel)
      }
    }
    return c
  }

  @Test("for every build, with rows and columns that fill no tile", arguments: usable)
  func agreesWithReference(kernel: MatrixKernel) {
    for (rows, inner, columns) in [(1, 1, 1), (5, 3, 8), (12, 7, 32), (13, 64, 33), (25, 30, 100), (7, 300, 65)] {
      let weights = Self.numbers(inner * columns, seed: 7)
      let a = Self.numbers(rows * inner, seed: 11)
      let matrix = PackedMatrix(weights, inner: inner, columns: columns)
      let found = product(matrix, a, stride: inner, rows: rows, kernel)
      for r in 0..<rows {
        for j in 0..<columns {
          var sum = 0.0
          for k in 0..<inner { sum += Double(a[r * inner + k]) * Double(weights[k * columns + j]) }
          #expect(abs(Double(found[r * columns + j]) - sum) < 1e-4, "row \(r), column \(j) of \(rows)x\(columns)")
        }
      }
    }
  }

  @Test("a row does not depend on the rows beside it, bit for bit", arguments: usable)
  func rowsAreIndependent(kernel: MatrixKernel) {
    let (inner, columns, rows) = (96, 40, 29)
    let matrix = PackedMatrix(Self.numbers(inner * columns, seed: 3), inner: inner, columns: columns)
    let a = Self.numbers(rows * inner, seed: 5)
    let together = product(matrix, a, stride: inner, rows: rows, kernel)
    for r in 0..<rows {
      let alone = product(matrix, Array(a[(r * inner)..<((r + 1) * inner)]), stride: inner, rows: 1, kernel)
      #expect(alone == Array(together[(r * columns)..<((r + 1) * columns)]), "row \(r)")
    }
  }

  @Test("rows that overlap make a convolution", arguments: usable)
  func overlappingRows(kernel: MatrixKernel) {
    // A kernel of three places over two channels that adds up everything it sees.
    let matrix = PackedMatrix([Float](repeating: 1, count: 6), inner: 6, columns: 1)
    let found = product(matrix, [0, 0, 1, 2, 3, 4, 5, 6, 0, 0], stride: 2, rows: 3, kernel)
    #expect(found == [10, 21, 18])
  }

  @Test("bias, positive part and normalisation come in this order", arguments: usable)
  func epilogue(kernel: MatrixKernel) {
    let columns = 35
    let matrix = PackedMatrix([Float](repeating: 1, count: columns), inner: 1, columns: columns)
    let bias = (0..<columns).map { Float($0) - 10 }
    let scale = [Float](repeating: 2, count: columns)
    let shift = [Float](repeating: 0.5, count: columns)
    bias.withUnsafeBufferPointer { bias in
      scale.withUnsafeBufferPointer { scale in
        shift.withUnsafeBufferPointer { shift in
          guard let b = bias.baseAddress, let s = scale.baseAddress, let t = shift.baseAddress else { return }
          let found = product(matrix, [3], stride: 1, rows: 1, kernel, .relu(bias: b, scale: s, shift: t))
          let expected: [Float] = (0..<columns).map { column in
            let positive: Float = column > 7 ? Float(column - 7) : 0
            return positive * 2 + 0.5
          }
          #expect(found == expected)
        }
      }
    }
  }
}

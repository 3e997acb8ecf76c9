import CBenchmarkPeak
import Foundation
import SvodkaLanguage

/// How near the matrix kernel comes to what the processor can do at all.
enum KernelShare {
  /// The products of Slovnet's models: rows of a block, inner length, columns; and how far rows lie apart.
  private static let products = [
    (name: "words of the first layer", rows: 256, inner: 300, columns: 768, stride: 300),
    (name: "second layer", rows: 258, inner: 768, columns: 128, stride: 256),
    (name: "third layer", rows: 256, inner: 384, columns: 64, stride: 128),
    (name: "large square", rows: 480, inner: 512, columns: 512, stride: 512),
  ]

  /// Prints a line for each build of the kernel: its peak and what each product reaches, medians of turns taken.
  static func measure() {
    for (kernel, lanes) in [(MatrixKernel.v4, Int32(16)), (.v3, 8), (.base, 4)]
    where kernel.rawValue <= MatrixKernel.best.rawValue {
      guard svodka_peak(lanes, 1, &sink.value) > 0 else { continue }
      var peaks: [Double] = []
      var reached = products.map { _ in [Double]() }
      let bodies = products.map { product(kernel, $0.rows, $0.inner, $0.columns, $0.stride) }
      for _ in 0..<15 {
        peaks.append(rate { svodka_peak(lanes, 2000, &sink.value) })
        for (number, body) in bodies.enumerated() { reached[number].append(rate(body)) }
      }
      let peak = median(peaks)
      var line = "kernel=\(kernel) peak_gflops=\(Int(peak))"
      for (number, product) in products.enumerated() {
        let share = median(zip(reached[number], peaks).map { $0 / $1 })
        line += String(format: " | %@ %.0f, %.1f %%", product.name, median(reached[number]), 100 * share)
      }
      print(line)
    }
  }

  /// What takes the results, so that no work can be left out.
  private final class Sink {
    var value: Float = 0
  }

  nonisolated(unsafe) private static let sink = Sink()

  private static func product(
    _ kernel: MatrixKernel, _ rows: Int, _ inner: Int, _ columns: Int, _ stride: Int
  ) -> () -> Int64 {
    let a = (0..<(rows * stride + inner)).map { Float($0 % 97) / 97 }
    let matrix = PackedMatrix(
      (0..<(inner * columns)).map { Float($0 % 89) / 89 }, inner: inner, columns: columns)
    let out = UnsafeMutablePointer<Float>.allocate(capacity: rows * columns)
    return {
      let turns = 20
      for _ in 0..<turns {
        matrix.multiply(a, stride: stride, rows: rows, into: out, outStride: columns, kernel: kernel)
      }
      sink.value += out[0]
      return Int64(turns * rows * inner * columns * 2)
    }
  }

  /// Thousand million operations a second of processor time.
  private static func rate(_ body: () -> Int64) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
    let start = now()
    let operations = body()
    return Double(operations) / (now() - start)
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

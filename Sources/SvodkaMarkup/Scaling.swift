#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// How counts become features.

/// The binary logarithm of one more than a count, so that nothing is 0.
func log(_ n: Int) -> Float { logarithms.indices.contains(n) ? logarithms[n] : Float(log2(Double(n) + 1)) }

/// Most counts are small.
private let logarithms: [Float] = (0..<1024).map { Float(log2(Double($0) + 1)) }

/// A part of a whole; 0 of nothing.
func share(_ part: Int, _ whole: Int) -> Float { whole > 0 ? Float(part) / Float(whole) : 0 }

import CSvodkaKernel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Weights packed for the matrix kernel, most often where they lie in a mapped `ModelPack`.
public struct PackedMatrix: Sendable {
  /// The number of rows, over which a product sums.
  public let inner: Int
  /// The number of columns of the product.
  public let columns: Int
  // The weights are never written to after packing, and `owner` keeps them in memory, so that any task may read them.
  private nonisolated(unsafe) let weights: UnsafePointer<Float>
  private let owner: any AnyObject & Sendable

  /// What is done with each finished element: `max(0, x + bias) * scale + shift`, each step where it is given.
  ///
  /// The vectors have one number a column and must outlive the product.
  public struct Epilogue {
    var steps = svodka_epilogue(bias: nil, relu: 0, scale: nil, shift: nil)
    /// Nothing is done.
    public static var none: Epilogue { Epilogue() }
    /// Adds a bias.
    public static func bias(_ bias: UnsafePointer<Float>) -> Epilogue {
      Epilogue(steps: svodka_epilogue(bias: bias, relu: 0, scale: nil, shift: nil))
    }
    /// Adds a bias and takes the positive part.
    public static func relu(bias: UnsafePointer<Float>?) -> Epilogue {
      Epilogue(steps: svodka_epilogue(bias: bias, relu: 1, scale: nil, shift: nil))
    }
    /// Adds a bias, takes the positive part, then normalises: a layer of a convolution.
    public static func relu(
      bias: UnsafePointer<Float>, scale: UnsafePointer<Float>, shift: UnsafePointer<Float>
    ) -> Epilogue {
      Epilogue(steps: svodka_epilogue(bias: bias, relu: 1, scale: scale, shift: shift))
    }
  }

  /// Takes weights that are packed already; `owner` keeps them in memory.
  public init(packed: UnsafeBufferPointer<Float>, inner: Int, columns: Int, owner: any AnyObject & Sendable) {
    precondition(packed.count == Self.packedCount(inner: inner, columns: columns), "weights of another shape")
    guard let base = packed.baseAddress else { preconditionFailure("no weights") }
    weights = base
    self.inner = inner
    self.columns = columns
    self.owner = owner
  }

  /// Packs row-major weights `[inner][columns]`.
  public init(_ weights: [Float], inner: Int, columns: Int) {
    let copy = PackedWeights(Self.pack(weights, inner: inner, columns: columns))
    self.init(packed: copy.floats, inner: inner, columns: columns, owner: copy)
  }

  /// The number of floats that packed weights take.
  public static func packedCount(inner: Int, columns: Int) -> Int {
    Int(svodka_packed_count(Int64(inner), Int64(columns)))
  }

  /// Row-major weights `[inner][columns]` as a pack keeps them.
  public static func pack(_ weights: [Float], inner: Int, columns: Int) -> [Float] {
    precondition(weights.count == inner * columns && inner > 0 && columns > 0, "weights of another shape")
    return [Float](unsafeUninitializedCapacity: packedCount(inner: inner, columns: columns)) { buffer, count in
      svodka_pack(weights, Int64(inner), Int64(columns), buffer.baseAddress)
      count = packedCount(inner: inner, columns: columns)
    }
  }

  /// Multiplies `rows` rows of `inner` floats, each `stride` floats behind the one before, into rows of `columns` floats,
  /// each `outStride` behind the one before.
  ///
  /// Rows may overlap (`stride < inner`): so a convolution over rows that lie one after another is a product. An element
  /// does not depend on the number of rows nor on its place among them, bit for bit.
  public func multiply(
    _ a: UnsafePointer<Float>, stride: Int, rows: Int, into c: UnsafeMutablePointer<Float>, outStride: Int,
    _ epilogue: Epilogue = .none, kernel: MatrixKernel = .best
  ) {
    var steps = epilogue.steps
    svodka_multiply(
      kernel.rawValue, a, Int64(stride), Int64(rows), weights, Int64(inner), Int64(columns), c, Int64(outStride), &steps
    )
  }
}

/// The builds of the matrix kernel.
public enum MatrixKernel: Int32, Sendable, CaseIterable {
  /// Three loops, the reference.
  case plain = 0
  /// What every processor of the architecture has.
  case base = 1
  /// AVX2 and FMA.
  case v3 = 2
  /// AVX-512.
  case v4 = 3

  /// The best one that this processor can run, or a lesser one that `SVODKA_KERNEL` (`base`, `v3`) names for measurements.
  public static let best: MatrixKernel = {
    let able = MatrixKernel(rawValue: svodka_kernel_best()) ?? .base
    guard let name = ProcessInfo.processInfo.environment["SVODKA_KERNEL"],
      let named = allCases.first(where: { "\($0)" == name })
    else { return able }
    return named.rawValue < able.rawValue ? named : able
  }()
}

/// Packed weights of their own.
private final class PackedWeights: Sendable {
  // Written once, before anyone else can see them.
  nonisolated(unsafe) let floats: UnsafeBufferPointer<Float>

  init(_ values: [Float]) {
    let copy = UnsafeMutableBufferPointer<Float>.allocate(capacity: values.count)
    _ = copy.initialize(from: values)
    floats = UnsafeBufferPointer(copy)
  }

  deinit { floats.deallocate() }
}

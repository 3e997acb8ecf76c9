import SvodkaKit

/// The lines of a section of a pack, read where they lie.
struct Lines: Sendable {
  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let starts: [Int32]
  // Keeps the bytes in memory.
  private let pack: ModelPack

  init(_ pack: ModelPack, _ section: String) throws(AnalysisError) {
    self.pack = pack
    bytes = try pack.bytes(section)
    var starts: [Int32] = [0]
    for (place, byte) in bytes.enumerated() where byte == 0x0A { starts.append(Int32(place + 1)) }
    starts.append(Int32(bytes.count + 1))
    self.starts = starts
  }

  /// The number of lines.
  var count: Int { starts.count - 1 }

  /// A line without its end.
  subscript(_ number: Int) -> Slice<UnsafeRawBufferPointer> {
    bytes[Int(starts[number])..<(Int(starts[number + 1]) - 1)]
  }
}

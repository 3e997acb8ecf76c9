import Testing

@testable import SvodkaLanguage

@Suite struct EmbeddingHashTests {
  /// Values of `thinc.api.NumpyOps().hash`.
  @Test func hashesAsThincDoes() {
    let cases: [(UInt64, UInt32, [UInt32])] = [
      (0, 8, [0, 0, 0, 0]), (1, 8, [1_161_550_108, 2_247_783_286, 1_742_325_162, 1_224_191_281]),
      (12_345_678_901_234_567_890, 8, [825_681_028, 3_746_740_173, 3_386_005_190, 3_472_626_611]),
      (1, 12, [2_938_686_206, 2_291_508_213, 2_246_688_320, 3_554_967_022]),
    ]
    for (key, seed, words) in cases {
      let found = EmbeddingHash.words(of: key, seed: seed)
      #expect([found.0, found.1, found.2, found.3] == words)
    }
  }
}

import Foundation

/// The targets by the name that `SVODKA_FUZZ` gives.
private let targets: [String: any FuzzTarget.Type] = [
  "rules": RulesFuzz.self, "schemes": SchemesFuzz.self, "language": LanguageFuzz.self, "decoding": DecodingFuzz.self,
  "segmentation": SegmentationFuzz.self, "numbers": NumbersFuzz.self, "dates": DatesFuzz.self,
  "pages": PageFuzz.self, "analyzers": AnalyzerFuzz.self, "dictionaries": DictionaryFuzz.self,
]

private let target: any FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["SVODKA_FUZZ"] ?? ""
  guard let type = targets[name] else {
    fatalError("set SVODKA_FUZZ to one of \(targets.keys.sorted().joined(separator: ", "))")
  }
  do { return try type.init() } catch { fatalError("\(name): \(error)") }
}()

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}

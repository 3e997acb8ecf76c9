#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import SvodkaKit

extension JSONValue {
  /// Reads JSON text. Keys of objects come in alphabetic order, since Foundation's decoder keeps none.
  ///
  /// - Throws: `I103` for what is no JSON.
  public init(json bytes: [UInt8], at location: SourceLocation? = nil) throws(AnalysisError) {
    do { self = try JSONDecoder().decode(DecodedValue.self, from: Data(bytes)).value } catch {
      throw AnalysisError(
        .brokenJSON, "this is no JSON: mend it or leave it out", location: location, cause: String(describing: error))
    }
  }
}

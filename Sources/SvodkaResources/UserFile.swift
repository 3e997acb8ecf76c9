#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import SvodkaKit

extension StepDescriptor.Making {
  /// A file of the user's that a setting names, relative to the pipeline file that says so: its bytes and its path.
  ///
  /// - Throws: `I101` with the place of the setting when it cannot be read.
  public func file(_ path: String, setting key: String) throws(AnalysisError) -> (bytes: [UInt8], file: String) {
    let location = configuration[key]?.location ?? configuration.location
    var file = path
    if !path.hasPrefix("/"), let slash = location?.path.lastIndex(of: "/") {
      file = String((location?.path ?? "")[...slash]) + path
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw AnalysisError(
        .unreadableInput, "the file '\(file)' cannot be read: '\(key)' takes a path relative to the pipeline file",
        location: location)
    }
    return (Array(data), file)
  }
}

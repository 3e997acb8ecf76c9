#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import SvodkaKit

/// The models in the user's data folder: `$SVODKA_MODELS`, or `$XDG_DATA_HOME/svodka/models`, or
/// `~/.local/share/svodka/models`.
public struct ModelStore: Sendable {
  /// The folder that holds the packs; need not be there.
  public let folder: String

  /// Opens the store of a folder; nil for the user's own.
  public init(folder: String? = nil) {
    self.folder = folder ?? Self.defaultFolder(ProcessInfo.processInfo.environment)
  }

  /// Where the models lie, by the environment.
  public static func defaultFolder(_ environment: [String: String]) -> String {
    if let named = environment["SVODKA_MODELS"], !named.isEmpty { return named }
    // The standard says that a relative path is to be passed over.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/svodka/models" }
    return (environment["HOME"] ?? "") + "/.local/share/svodka/models"
  }

  /// The file of a pack, whether it is there or not.
  public func path(of pack: String) -> String { "\(folder)/\(pack).pack" }

  /// True when the pack's file is there; whether it is whole shows when it is opened.
  public func holds(_ pack: String) -> Bool { FileManager.default.fileExists(atPath: path(of: pack)) }

  /// Which versions of packs are there, as far as they can be told without reading them whole.
  public func identities(of packs: [String]) -> [Identity] {
    packs.compactMap { try? ModelPack(path: path(of: $0), isChecked: false).identity }
  }

  /// Opens a pack that `builder` has made.
  ///
  /// - Throws: `R103` when it is missing, cut off, altered, or made by another version of the program.
  public func open(_ pack: String, madeBy builder: any PackBuilder.Type) throws(AnalysisError) -> ModelPack {
    guard holds(pack) else { throw ModelPack.refused(path(of: pack), "it is not there") }
    let opened = try ModelPack(path: path(of: pack))
    guard opened.about["format"] == builder.format, opened.about["revision"] == String(builder.revision) else {
      throw ModelPack.refused(path(of: pack), "another version of the program wrote it")
    }
    return opened
  }
}

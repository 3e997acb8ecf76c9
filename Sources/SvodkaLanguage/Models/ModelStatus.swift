public import SvodkaKit

/// How it stands with one pack of the manifest.
public struct ModelStatus: Sendable {
  /// Whether the pack can be used.
  public enum State: Sendable, Hashable {
    /// It is whole, and of the pinned version.
    case installed
    /// It is not there.
    case missing
    /// It is whole, but of another version than the one pinned.
    case outdated(String)
    /// It cannot be used, for this reason.
    case refused(AnalysisError)
  }

  /// The package that the pack comes from.
  public var package: ModelManifest.Package
  /// The pack's name.
  public var pack: String
  /// Its file.
  public var path: String
  /// Whether it can be used.
  public var state: State
}

extension ModelStore {
  /// How it stands with every pack of a manifest, in its order. `thoroughly` reads each file against its SHA-256.
  public func status(of manifest: ModelManifest, thoroughly: Bool = false) -> [ModelStatus] {
    manifest.packages.flatMap { package in
      package.packs.map { pack in
        ModelStatus(
          package: package, pack: pack.name, path: path(of: pack.name),
          state: state(of: pack, in: package, thoroughly: thoroughly))
      }
    }
  }

  private func state(
    of pack: ModelManifest.Pack, in package: ModelManifest.Package, thoroughly: Bool
  ) -> ModelStatus.State {
    guard holds(pack.name) else { return .missing }
    do throws(AnalysisError) {
      guard let builder = PackBuilders.builder(of: pack.format) else { return .missing }
      let opened = try open(pack.name, madeBy: type(of: builder))
      if thoroughly { try opened.verify() }
      // From another package of the same files it is the same pack.
      let isPinned = opened.about["sha256"] == package.sha256 || opened.about["files"] == pack.fingerprint
      return opened.version == package.version && isPinned
        ? .installed : .outdated(opened.version)
    } catch {
      return .refused(error)
    }
  }
}

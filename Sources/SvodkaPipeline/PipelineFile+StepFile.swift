public import SvodkaKit

extension PipelineFile.Entry {
  /// The step that a file is, under the name that the file gives it.
  ///
  /// - Throws: `P103` when the file gives none, or one that cannot be a key of the output.
  public init(_ file: StepFile) throws(AnalysisError) {
    guard let node = file.root["name"], let name = node.string else {
      throw AnalysisError(
        .wrongValue, "the key 'name' is missing: under it the findings are written",
        location: file.root["name"]?.location ?? file.root.location)
    }
    guard !name.isEmpty, name.utf8.allSatisfy(Self.belongsToName) else {
      throw AnalysisError(
        .wrongValue, "'\(name)' cannot be a name: take small letters, digits and hyphens", location: node.location)
    }
    self.init(name: name, location: node.location, file: file)
  }

  private static func belongsToName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }
}

extension PipelineFile {
  /// A pipeline of one step that is written as a file.
  ///
  /// - Throws: `P103` when the file gives the step no name.
  public init(step file: StepFile, digest: String) throws(AnalysisError) {
    self.init(path: file.path, digest: digest, steps: [try Entry(file)])
  }
}

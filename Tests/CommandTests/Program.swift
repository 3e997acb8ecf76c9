import Foundation

/// The built program, run as a user runs it.
struct Program {
  struct Result {
    var status: Int32
    var output: String
    var error: String
    /// One object a line of output.
    var rows: [[String: Any]] {
      output.split(separator: "\n").compactMap {
        (try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [String: Any]
      }
    }
  }

  /// The package's folder.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// `svodka` beside the test bundle.
  static var executable: URL {
    let test = URL(filePath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "")
    return test.deletingLastPathComponent().appending(path: "svodka")
  }

  private static let nobody = ["--reuid", "65534", "--regid", "65534", "--clear-groups", "--"]

  /// True where root can run the program as a user without rights, which needs a package folder that all may read.
  static func runsAsNobody() -> Bool {
    guard getuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else { return false }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/setpriv")
    process.arguments = nobody + [executable.path, "list"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// Runs it in the package's folder and waits for its end.
  static func run(
    _ arguments: [String], input: Data? = nil, environment: [String: String] = [:], output: FileHandle? = nil,
    folder: URL = package, asNobody: Bool = false
  ) async throws -> Result {
    let process = Process()
    process.executableURL = asNobody ? URL(filePath: "/usr/bin/setpriv") : executable
    process.arguments = (asNobody ? nobody + [executable.path] : []) + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input == nil ? FileHandle.nullDevice : standardInput
    process.standardOutput = output ?? standardOutput
    process.standardError = standardError
    try process.run()
    if let input {
      let writer = standardInput.fileHandleForWriting
      Thread.detachNewThread {
        try? writer.write(contentsOf: input)
        try? writer.close()
      }
    }
    async let out = output == nil ? read(standardOutput.fileHandleForReading) : Data()
    async let error = read(standardError.fileHandleForReading)
    let (outData, errorData) = await (out, error)
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: outData, as: UTF8.self),
      error: String(decoding: errorData, as: UTF8.self))
  }

  private static func read(_ handle: FileHandle) async -> Data {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: (try? handle.readToEnd()) ?? Data()) }
    }
  }
}

/// A folder that is gone when the test is done.
struct Scratch: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "svodka-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ contents: String) throws -> String { try write(name, Data(contents.utf8)) }

  @discardableResult
  func write(_ name: String, _ contents: Data) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try contents.write(to: file)
    return file.path
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

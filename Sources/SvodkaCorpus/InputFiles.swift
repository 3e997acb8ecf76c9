import SvodkaKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file to be read.
struct InputFile {
  /// The path as given or as found; nil for standard input.
  var path: String?
  var name: String
  var root: String?
}

/// The files below the paths given, in order, found while they are asked for: folders are walked one at a time, names
/// in the order of their bytes. Of a link that leads back to a folder being walked nothing more is read.
///
/// Passed over in folders: hidden files, what browsers save beside a page (`page_files/`, styles, scripts, pictures).
struct InputFiles {
  private struct Folder {
    var path: String
    var names: [String]
    var next = 0
    var identity: FileIdentity
    var root: String
  }
  private struct FileIdentity: Equatable {
    var device: UInt64
    var number: UInt64

    init(_ status: stat) {
      device = UInt64(status.st_dev)
      number = UInt64(status.st_ino)
    }
  }

  private let named: [(path: String, root: String?)]
  private let alone: Bool
  private let outputs: [String]
  /// Which files those are, once they are there.
  private var written: [FileIdentity?]
  private var index = 0
  private var open: [Folder] = []

  /// Resolves patterns; folders are walked later.
  ///
  /// - Throws: `I102` for a path that is not there and a pattern that nothing fits, `C101` for a file that is also
  ///   one of `outputs`.
  init(paths: [String], outputs: [String] = []) throws(AnalysisError) {
    self.outputs = outputs
    let written = outputs.map(Self.identity)
    self.written = written
    func isWritten(_ path: String) -> Bool {
      Self.identity(path).map { identity in written.contains { $0 == identity } } ?? false
    }
    var named: [(String, String?)] = []
    for path in paths {
      if isWritten(path) {
        throw AnalysisError(.badArgument, "'\(path)' is to be read and to be written: give another file for the output")
      }
      if path == "-" || Self.status(path) != nil || Self.isLink(path) {
        named.append((path, nil))
      } else if path.contains(where: { "*?[".contains($0) }) {
        let found = Self.expand(path)
        if found.isEmpty {
          throw AnalysisError(.noInput, "no file fits '\(path)': check the pattern")
        }
        named += found.filter { !isWritten($0) }.map { ($0, Self.fixedFolder(of: path)) }
      } else {
        throw AnalysisError(.noInput, "there is no file or folder '\(path)': check the path")
      }
    }
    self.named = named
    alone = paths.count == 1
  }

  /// The next file, or the error of a folder that cannot be read; nil at the end.
  mutating func next() -> Result<InputFile, AnalysisError>? {
    while true {
      if let found = nextInFolder() { return found }
      guard index < named.count else { return nil }
      let (path, root) = named[index]
      index += 1
      if path == "-" { return .success(InputFile(path: nil, name: "stdin", root: nil)) }
      guard let status = Self.status(path), Self.isFolder(status) else {
        return .success(InputFile(path: path, name: name(of: path, below: root), root: root))
      }
      if let failure = enter(path, status, root: root ?? path) { return .failure(failure) }
    }
  }

  private mutating func nextInFolder() -> Result<InputFile, AnalysisError>? {
    while let folder = open.last {
      guard folder.next < folder.names.count else {
        open.removeLast()
        continue
      }
      open[open.count - 1].next += 1
      let path =
        folder.path.hasSuffix("/")
        ? folder.path + folder.names[folder.next] : folder.path + "/" + folder.names[folder.next]
      guard let status = Self.status(path) else {
        return .failure(ByteSource.unreadable(path, errno))
      }
      if Self.isFolder(status) {
        if let failure = enter(path, status, root: folder.root) { return .failure(failure) }
      } else if status.st_mode & S_IFMT == S_IFREG, !isOutput(status) {
        return .success(InputFile(path: path, name: name(of: path, below: folder.root), root: folder.root))
      }
    }
    return nil
  }

  /// True of a file that is being written, which may have been made since the walk began.
  private mutating func isOutput(_ status: stat) -> Bool {
    for index in written.indices where written[index] == nil { written[index] = Self.identity(outputs[index]) }
    return written.contains(FileIdentity(status))
  }

  /// Opens a folder, unless it is one that is being walked already.
  private mutating func enter(_ path: String, _ status: stat, root: String) -> AnalysisError? {
    let identity = FileIdentity(status)
    if open.contains(where: { $0.identity == identity }) { return nil }
    guard let handle = opendir(path) else { return ByteSource.unreadable(path, errno) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    open.append(
      Folder(path: path, names: FolderContents.documents(names), identity: identity, root: root))
    return nil
  }

  /// The id of a file: its path below the folder or pattern given, when that is the only one; else the path as given.
  private func name(of path: String, below root: String?) -> String {
    var rest = Substring(path)
    if alone, let root, path.hasPrefix(root) { rest = rest.dropFirst(root.count) }
    if alone, root == nil { rest = rest.split(separator: "/").last ?? rest }
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    if alone { while rest.hasPrefix("/") { rest = rest.dropFirst() } }
    return String(rest)
  }

  private static func status(_ path: String) -> stat? {
    var result = stat()
    return stat(path, &result) == 0 ? result : nil
  }

  /// Which regular file a path leads to.
  private static func identity(_ path: String) -> FileIdentity? {
    guard let status = status(path), status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileIdentity(status)
  }

  private static func isLink(_ path: String) -> Bool {
    var result = stat()
    return lstat(path, &result) == 0
  }

  private static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

  private static func expand(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0, let list = found.gl_pathv else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { list[$0].map { String(cString: $0) } }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The folder in front of the first part of a pattern that holds a wild card.
  private static func fixedFolder(of pattern: String) -> String {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    let fixed = parts.prefix { part in !part.contains { "*?[".contains($0) } }
    return fixed.joined(separator: "/") + (fixed.isEmpty ? "" : "/")
  }

  /// The size of all files in bytes, found by a walk of its own; nil when standard input or a device is among them.
  func totalBytes() -> Int? {
    var walk = self
    var total = 0
    while let next = walk.next() {
      guard case .success(let file) = next else { continue }
      guard let path = file.path else { return nil }
      guard let status = Self.status(path) else { continue }
      guard status.st_mode & S_IFMT == S_IFREG else { return nil }
      total += Int(status.st_size)
    }
    return total
  }
}

/// Which entries of a folder are documents.
enum FolderContents {
  /// Endings of what belongs to a page but is none.
  private static let companions: Set<String> = [
    "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "webp", "svg", "ico", "avif", "bmp", "tif", "tiff", "woff",
    "woff2", "ttf", "otf", "eot", "mp3", "mp4", "m4a", "ogg", "webm", "mov", "swf",
  ]

  /// The names without what browsers save beside a page: `page_files/` next to `page.html`, styles, scripts, pictures.
  static func documents(_ names: [String]) -> [String] {
    let all = Set(names)
    return names.filter { name in
      if companions.contains(InputSniffer.ending(name)) { return false }
      if name.hasSuffix("_files") {
        let page = name.dropLast("_files".count)
        return !(all.contains(page + ".html") || all.contains(page + ".htm"))
      }
      return true
    }
  }
}

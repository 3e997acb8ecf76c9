import Foundation
import SvodkaLanguage

/// What is asked of each token.
struct Questions {
  var templates: [TraitTemplate] = []
  var distances: [Int] = []

  init(_ file: String) throws {
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("readings") {
        distances = line.split(separator: " ").dropFirst().compactMap { Int($0) }
      } else if let template = TraitTemplate(String(line)) {
        templates.append(template)
      } else {
        fail("\(file): '\(line)' is no template")
      }
    }
  }
}

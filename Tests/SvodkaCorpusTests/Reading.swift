import SvodkaCorpus
import SvodkaKit
import SvodkaResources

/// Everything that a reader yields: the ids and texts, or the codes of the errors with their lines.
func readAll(_ paths: [String], options: InputOptions = InputOptions()) throws -> [RawInput] {
  var reader = try InputReader(paths: paths, options: options)
  var all: [RawInput] = []
  while let next = reader.next() { all.append(try next.get()) }
  return all
}

/// `id: text` of each document, `! CODE:line` of each failure, in order.
func outcomes(
  _ paths: [String], input: InputOptions = InputOptions(), reading: ReadingOptions = ReadingOptions()
) throws -> [String] {
  var reader = try InputReader(paths: paths, options: input)
  let documents = DocumentReader(options: reading, resources: ResourceLoader())
  var all: [String] = []
  while let next = reader.next() {
    switch next {
    case .failure(let error): all.append("! \(error.code)" + (error.location?.line.map { ":\($0)" } ?? ""))
    case .success(let raw):
      let read = documents.read(raw)
      switch read.document {
      case .success(let document): all.append("\(document.id): \(document.text.string)")
      case .failure(let error): all.append("! \(error.code)" + (error.location?.line.map { ":\($0)" } ?? ""))
      }
    }
  }
  return all
}

/// Reads one row of JSON Lines.
func read(row: String, options: ReadingOptions = ReadingOptions()) -> ReadDocument {
  DocumentReader(options: options, resources: ResourceLoader())
    .read(RawInput(path: "rows.jsonl", line: 7, kind: .row, bytes: Array(row.utf8)))
}

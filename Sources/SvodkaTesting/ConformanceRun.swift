import SvodkaKit

/// One run of the conformance kit.
struct ConformanceRun<A: Analyzer> {
  let bench: Bench<A>
  let fixtures: [Document]
  let options: ConformanceOptions
  let test: String
  private(set) var violations: [ConformanceFailure.Violation] = []
  /// The first result of each fixture; nil where the analyzer threw.
  private var results: [Bench<A>.Result?] = []

  init(bench: Bench<A>, fixtures: [Document], options: ConformanceOptions, test: String) {
    self.bench = bench
    self.fixtures = fixtures.filter { bench.concerns($0.language) }
    self.options = options
    self.test = test
  }

  private mutating func violate(_ check: ConformanceCheck, _ document: Document? = nil, _ message: String) {
    guard options.checks.contains(check) else { return }
    violations.append(.init(check: check, document: document?.id, message: message))
  }

  private var lines: [String] { results.map { $0?.line ?? "failed" } }

  mutating func all() async {
    guard !fixtures.isEmpty else {
      return violate(.declaredLayers, nil, "no fixture is in a language that the analyzer knows: give it some")
    }
    await first()
    if let child = OtherProcess.asked(test: test, analyzer: bench.analyzer.identity.name) {
      // This is the second process: it only tells what it finds.
      child.answer(lines)
      return
    }
    if results.allSatisfy({ $0?.findings.isEmpty ?? true }) {
      violate(
        .declaredLayers, nil, "nothing is found in any fixture: give it documents that it has something to say about")
    }
    for (document, result) in zip(fixtures, results) {
      guard let result else { continue }
      examine(result, of: document)
    }
    await leaks()
    await parallel()
    summaries()
    await hostile()
    if options.checks.contains(.twoProcesses) { await otherProcess() }
  }

  private mutating func first() async {
    for document in fixtures {
      do { results.append(try await bench.run(document)) } catch {
        results.append(nil)
        violate(.declaredLayers, document, "\(error)")
      }
    }
  }

  private mutating func examine(_ result: Bench<A>.Result, of document: Document) {
    let text = Quotations(document.text)
    var ids: Set<String> = []
    for finding in result.written {
      for problem in text.problems(in: finding) { violate(.evidence, document, problem) }
      if let id = finding["id"]?.string, !ids.insert(id).inserted {
        violate(.uniqueIDs, document, "the id '\(id)' comes twice")
      }
    }
  }

  /// Once more, in the opposite order: what another document left behind would show.
  private mutating func leaks() async {
    for index in fixtures.indices.reversed() {
      let again = try? await bench.run(fixtures[index]).line
      if (again ?? "failed") != lines[index] {
        violate(
          .noLeak, fixtures[index],
          "the findings are others after other documents: keep nothing between documents but what is read from files")
      }
    }
  }

  private mutating func parallel() async {
    let (bench, fixtures, rounds) = (bench, fixtures, max(2, options.parallelRuns))
    let runs = await withTaskGroup(of: (Int, String).self) { group in
      for round in 0..<(rounds * fixtures.count) {
        let index = round % fixtures.count
        group.addTask { (index, (try? await bench.run(fixtures[index]).line) ?? "failed") }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let expected = lines
    for index in fixtures.indices where runs.contains(where: { $0.0 == index && $0.1 != expected[index] }) {
      violate(
        .parallelRuns, fixtures[index], "the findings are others when documents are analysed at once: share no state")
    }
  }

  private mutating func summaries() {
    let parts = results.compactMap { result in
      result.map { bench.analyzer.summarize($0.findings, of: $0.view) }
    }
    for problem in SummaryLaws<A.Summary>.problems(parts) { violate(.summaryLaws, nil, problem) }
    var whole = A.Summary()
    for part in parts { whole.merge(part) }
    let groups = [
      ReportGroup(name: "a", values: ["a"], documents: parts.count),
      ReportGroup(name: "b", values: ["b"], documents: 0),
    ]
    let sections =
      [(A.Summary(), 0), (whole, parts.count)].map { summary, documents in
        bench.analyzer.report(on: summary, context: ReportContext(documents: documents))
      } + [
        bench.analyzer.comparison(
          of: [whole, A.Summary()], context: ReportContext(documents: parts.count, groups: groups))
      ]
    for section in sections {
      for table in section.tables where table.rows.contains(where: { $0.cells.count != table.columns.count }) {
        violate(.report, nil, "a row of the table '\(table.caption)' is not as long as its columns")
      }
    }
  }

  private mutating func hostile() async {
    guard options.checks.contains(.hostileDocuments) else { return }
    let languages = (bench.analyzer.requirements.languages ?? ["en", "ru", "und"]).filter(bench.concerns)
    for language in languages {
      let prose = fixtures.first { $0.language == language }?.text.string ?? fixtures[0].text.string
      let documents = HostileDocuments.all(
        language: language, prose: prose, large: options.largeDocument, sentence: options.longSentence)
      for document in documents {
        do {
          let result = try await bench.run(document)
          for problem in result.written.lazy.flatMap(Quotations(document.text).problems).prefix(1) {
            violate(.hostileDocuments, document, problem)
          }
        } catch { violate(.hostileDocuments, document, "\(error)") }
      }
    }
  }

  private mutating func otherProcess() async {
    let name = bench.analyzer.identity.name
    switch await OtherProcess.run(test: test, analyzer: name) {
    case .failure(let problem): violate(.twoProcesses, nil, problem.reason)
    case .success(let theirs):
      for (index, document) in fixtures.enumerated()
      where theirs.count != fixtures.count || theirs[index] != lines[index] {
        violate(
          .twoProcesses, document,
          "another process finds something else: sort what comes out of a Dictionary or Set, and ask neither clock nor chance"
        )
      }
    }
  }
}

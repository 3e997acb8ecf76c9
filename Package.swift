// swift-tools-version: 6.1
import PackageDescription

/// Strictness shared by every Swift target.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target under Sources/. Data files lie in `Tables/` and are found by `ResourceLoader`, not by the package manager.
func library(_ name: String, _ dependencies: [Target.Dependency], tables: Bool = false) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: tables ? ["Tables"] : [], swiftSettings: strict)
}

/// An analyzer under Plugins/, with its lexicons and its README beside the code.
func plugin(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name,
    dependencies: ["SvodkaKit", "SvodkaResources", "SvodkaText", "SvodkaLanguage", "SvodkaNames"] + dependencies,
    path: "Plugins/\(name)", exclude: ["Lexicons", "README.md"], swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "svodka",
  products: [
    .executable(name: "svodka", targets: ["svodka"]),
    .library(name: "SvodkaKit", targets: ["SvodkaKit"]),
    .library(name: "SvodkaText", targets: ["SvodkaText", "SvodkaResources"]),
    .library(name: "SvodkaMarkup", targets: ["SvodkaMarkup", "SvodkaResources"]),
    .library(name: "SvodkaTesting", targets: ["SvodkaTesting"]),
    .library(name: "SvodkaCommands", targets: ["SvodkaCommands"]),
    .library(name: "SvodkaProcess", targets: ["SvodkaProcess"]),
    .library(name: "SvodkaLanguage", targets: ["SvodkaLanguage", "SvodkaNames"]),
    .library(name: "SvodkaPipeline", targets: ["SvodkaPipeline", "SvodkaResources", "SvodkaReport"]),
    .library(name: "SvodkaRules", targets: ["SvodkaRules"]),
    .library(name: "SvodkaAnalyzers", targets: ["EntityCounts", "CasualtyFigures", "TalksStance"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
  ],
  targets: [
    .executableTarget(name: "svodka", dependencies: ["SvodkaCommands"], path: "Sources/Program", swiftSettings: strict),
    // The commands, for programs with further steps in them.
    .target(
      name: "SvodkaCommands",
      dependencies: [
        "SvodkaKit", "SvodkaResources", "SvodkaText", "SvodkaMarkup", "SvodkaCorpus", "SvodkaLanguage", "SvodkaNames",
        "SvodkaPipeline", "SvodkaRules", "SvodkaProcess", "SvodkaReport", "SvodkaEvaluation", "EntityCounts",
        "CasualtyFigures", "TalksStance", argumentParser,
      ],
      path: "Sources/svodka", exclude: ["Tables"], swiftSettings: strict),

    // The plugin API: no dependency, no Foundation.
    library("SvodkaKit", []),
    library("SvodkaResources", ["SvodkaKit", "CSvodkaBytes", yams]),

    // Holds no header of libxml2: it is here so that pkg-config tells the C target where they lie.
    .systemLibrary(
      name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // System libraries behind headers that hold only opaque pointers and fixed-width integers.
    .target(
      name: "CSvodkaICU",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(
      name: "CSvodkaXML", dependencies: ["CLibXML2"],
      linkerSettings: [.linkedLibrary("xml2")]),
    .target(
      name: "CSvodkaBytes",
      linkerSettings: [.linkedLibrary("z"), .linkedLibrary("md")]),
    // Products of matrices, built for several instruction sets; needs no library.
    .target(name: "CSvodkaKernel"),

    library("SvodkaText", ["SvodkaKit", "SvodkaResources", "CSvodkaICU"], tables: true),
    library("SvodkaMarkup", ["SvodkaKit", "SvodkaResources", "SvodkaText", "CSvodkaKernel", "CSvodkaXML"], tables: true),
    library("SvodkaCorpus", ["SvodkaKit", "SvodkaResources", "SvodkaText", "SvodkaMarkup", "CSvodkaBytes"]),
    library(
      "SvodkaLanguage", ["SvodkaKit", "SvodkaResources", "SvodkaText", "CSvodkaBytes", "CSvodkaKernel"], tables: true),
    library("SvodkaNames", ["SvodkaKit", "SvodkaResources", "SvodkaText", "SvodkaLanguage"], tables: true),
    library("SvodkaPipeline", ["SvodkaKit", "SvodkaResources", "SvodkaCorpus", "SvodkaText"]),
    // Analyzers written as YAML.
    library("SvodkaRules", ["SvodkaKit", "SvodkaResources", "SvodkaText", "SvodkaCorpus", "SvodkaLanguage"]),
    // Analyzers in any language, as processes.
    .target(
      name: "SvodkaProcess",
      dependencies: [
        "SvodkaKit", "SvodkaLanguage", "SvodkaNames", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: strict),
    library(
      "SvodkaReport", ["SvodkaKit", "SvodkaCorpus", "SvodkaPipeline", "SvodkaResources", "SvodkaText", mustache],
      tables: true),
    // For plugin authors: the conformance kit and fixtures that read like text.
    library("SvodkaTesting", ["SvodkaKit"]),
    library("SvodkaEvaluation", ["SvodkaKit", "SvodkaResources", "SvodkaText", "SvodkaCorpus"], tables: true),

    plugin("EntityCounts", []),
    plugin("CasualtyFigures", []),
    plugin("TalksStance", []),

    // Learns the weights of the article scorer; see its first lines.
    .executableTarget(
      name: "ArticleTraining", dependencies: ["SvodkaCorpus", "SvodkaKit", "SvodkaMarkup", "SvodkaResources"],
      path: "Tests/ArticleTraining", exclude: ["page_copies.py", "invented_pages.py"], swiftSettings: strict),
    // Learns the costs of spelling; see its first lines.
    .executableTarget(
      name: "name-training",
      dependencies: ["SvodkaKit", "SvodkaResources", "SvodkaText", "SvodkaLanguage", "SvodkaNames"],
      path: "Tests/NameTraining", exclude: ["syllables.tsv", "cities.py"], swiftSettings: strict),
    // Learns which tokens are names; see its first lines.
    .executableTarget(
      name: "mention-training", dependencies: ["SvodkaKit", "SvodkaResources", "SvodkaLanguage"],
      path: "Tests/MentionTraining", exclude: ["templates.en.txt", "templates.ru.txt"], swiftSettings: strict),
    // Learns the case of words; see its first lines.
    .executableTarget(
      name: "casing-training", dependencies: ["SvodkaKit", "SvodkaResources", "SvodkaLanguage"],
      path: "Tests/CasingTraining", swiftSettings: strict),
    // What Tests/Benchmarks/parity.sh and speed.sh run.
    .executableTarget(
      name: "language-benchmark",
      dependencies: ["SvodkaKit", "SvodkaResources", "SvodkaLanguage", "CBenchmarkPeak"],
      path: "Tests/Benchmarks/LanguageBenchmark", swiftSettings: strict),
    // What Tests/Benchmarks/text.sh runs.
    .executableTarget(
      name: "text-benchmark", dependencies: ["SvodkaKit", "SvodkaResources", "SvodkaText"],
      path: "Tests/Benchmarks/TextBenchmark", swiftSettings: strict),
    .executableTarget(
      name: "names-benchmark", dependencies: ["SvodkaKit", "SvodkaResources", "SvodkaLanguage", "SvodkaNames"],
      path: "Tests/Benchmarks/NamesBenchmark", swiftSettings: strict),
    // What Tests/Benchmarks/rules.sh runs.
    .executableTarget(
      name: "rules-benchmark",
      dependencies: [
        "SvodkaKit", "SvodkaResources", "SvodkaLanguage", "SvodkaNames", "SvodkaPipeline", "SvodkaRules",
      ],
      path: "Tests/Benchmarks/RulesBenchmark", swiftSettings: strict),
    .target(name: "CBenchmarkPeak", path: "Tests/Benchmarks/Peak"),

    tests("SvodkaKitTests", ["SvodkaKit"]),
    tests("SvodkaPipelineTests", ["SvodkaKit", "SvodkaResources", "SvodkaPipeline"]),
    tests("SvodkaResourcesTests", ["SvodkaKit", "SvodkaResources"]),
    tests(
      "SvodkaRulesTests",
      [
        "SvodkaKit", "SvodkaResources", "SvodkaLanguage", "SvodkaNames", "SvodkaPipeline", "SvodkaRules",
        "SvodkaTesting",
      ]),
    tests(
      "SvodkaReportTests",
      ["SvodkaKit", "SvodkaCorpus", "SvodkaPipeline", "SvodkaReport", "SvodkaResources", "SvodkaTesting"],
      exclude: ["Snapshots"]),
    tests(
      "SvodkaProcessTests",
      ["SvodkaKit", "SvodkaPipeline", "SvodkaProcess", "SvodkaResources", "SvodkaLanguage", "SvodkaTesting"],
      exclude: ["Plugins"]),
    tests(
      "SampleTests",
      [
        "SvodkaKit", "SvodkaResources", "SvodkaLanguage", "SvodkaNames", "SvodkaPipeline", "CasualtyFigures",
      ]),
    tests("CommandTests", ["SvodkaKit", "SvodkaTesting", "svodka"], exclude: ["Snapshots"]),
    tests(
      "DocumentationTests",
      [
        "SvodkaKit", "SvodkaResources", "SvodkaLanguage", "SvodkaNames", "SvodkaPipeline", "SvodkaProcess",
        "SvodkaTesting", "EntityCounts", "CasualtyFigures", "TalksStance",
      ]),
    tests("SvodkaTextTests", ["SvodkaKit", "SvodkaResources", "SvodkaText"]),
    tests(
      "CasualtyFiguresTests",
      ["SvodkaKit", "SvodkaResources", "SvodkaText", "SvodkaLanguage", "SvodkaNames", "CasualtyFigures"]),
    tests(
      "TalksStanceTests",
      ["SvodkaKit", "SvodkaLanguage", "SvodkaNames", "SvodkaResources", "TalksStance"]),
    tests(
      "EntityCountsTests", ["SvodkaKit", "SvodkaLanguage", "SvodkaNames", "SvodkaResources", "EntityCounts"]),
    tests(
      "SvodkaNamesTests", ["SvodkaKit", "SvodkaLanguage", "SvodkaNames", "SvodkaResources"]),
    tests(
      "SvodkaLanguageTests", ["SvodkaKit", "SvodkaLanguage", "SvodkaResources", "CSvodkaBytes", "CSvodkaKernel"]),
    tests("SvodkaMarkupTests", ["SvodkaKit", "SvodkaMarkup", "SvodkaResources"]),
    tests("SvodkaCorpusTests", ["SvodkaCorpus", "SvodkaKit", "SvodkaMarkup", "SvodkaResources"]),
    tests(
      "SvodkaEvaluationTests", ["SvodkaKit", "SvodkaResources", "SvodkaEvaluation"]),
    tests(
      "SvodkaTestingTests",
      [
        "SvodkaKit", "SvodkaTesting", "SvodkaResources", "SvodkaLanguage", "SvodkaNames", "SvodkaPipeline",
        "EntityCounts", "CasualtyFigures", "TalksStance",
      ],
      exclude: ["Snapshots"]),
  ]
)

// Only `Tests/documentation.sh` needs it: whoever builds the program does not fetch it.
if Context.environment["SVODKA_DOCUMENTATION"] != nil {
  package.dependencies.append(.package(url: "https://github.com/apple/swift-docc-plugin", from: "1.5.0"))
}

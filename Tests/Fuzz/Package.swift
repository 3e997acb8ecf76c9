// swift-tools-version: 6.1
import PackageDescription

// A package of its own: its program has no main function without the sanitizer that run.sh asks for.
let package = Package(
  name: "text-fuzz",
  dependencies: [.package(name: "svodka", path: "../..")],
  targets: [
    .executableTarget(
      name: "TextFuzz",
      dependencies: [
        .product(name: "SvodkaKit", package: "svodka"),
        .product(name: "SvodkaText", package: "svodka"),
        .product(name: "SvodkaMarkup", package: "svodka"),
        .product(name: "SvodkaLanguage", package: "svodka"),
        .product(name: "SvodkaRules", package: "svodka"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)

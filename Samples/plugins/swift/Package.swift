// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "quotations",
  dependencies: [.package(name: "svodka", path: "../../..")],
  targets: [
    .target(
      name: "SpeakerQuotations",
      dependencies: [
        .product(name: "SvodkaKit", package: "svodka"), .product(name: "SvodkaLanguage", package: "svodka"),
      ]),
    .executableTarget(
      name: "quotations-svodka",
      dependencies: [
        "SpeakerQuotations", .product(name: "SvodkaKit", package: "svodka"),
        .product(name: "SvodkaCommands", package: "svodka"),
      ]),
    .testTarget(
      name: "SpeakerQuotationsTests",
      dependencies: [
        "SpeakerQuotations", .product(name: "SvodkaKit", package: "svodka"),
        .product(name: "SvodkaPipeline", package: "svodka"), .product(name: "SvodkaTesting", package: "svodka"),
      ]),
  ]
)

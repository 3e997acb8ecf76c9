// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "NAME",
  dependencies: [.package(name: "svodka", path: "SVODKA")],
  targets: [
    // The analyzer.
    .target(
      name: "TYPE",
      dependencies: [
        .product(name: "SvodkaKit", package: "svodka"), .product(name: "SvodkaLanguage", package: "svodka"),
      ]),
    // The program: svodka with the analyzer beside those it has.
    .executableTarget(
      name: "NAME-svodka",
      dependencies: [
        "TYPE", .product(name: "SvodkaKit", package: "svodka"), .product(name: "SvodkaCommands", package: "svodka"),
      ]),
    .testTarget(
      name: "TYPETests",
      dependencies: [
        "TYPE", .product(name: "SvodkaKit", package: "svodka"), .product(name: "SvodkaLanguage", package: "svodka"),
        .product(name: "SvodkaPipeline", package: "svodka"), .product(name: "SvodkaTesting", package: "svodka"),
      ]),
  ]
)

// swift-tools-version: 6.2
import PackageDescription

/// Timings of the tool on the sample; a package of its own so that the tool's has no target for it.
let package = Package(
  name: "hoctap-benchmarks",
  dependencies: [.package(name: "hoctap", path: "../..")],
  targets: [
    .executableTarget(
      name: "benchmarks", dependencies: [.product(name: "HoctapStages", package: "hoctap")])
  ]
)

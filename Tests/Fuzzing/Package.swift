// swift-tools-version: 6.2
import PackageDescription

/// The readers under libFuzzer; a package of its own because all of it is built with a sanitizer.
let package = Package(
  name: "hoctap-fuzzing",
  dependencies: [.package(name: "hoctap", path: "../..")],
  targets: [
    .executableTarget(
      name: "fuzz", dependencies: [.product(name: "HoctapFuzzTargets", package: "hoctap")],
      // libFuzzer brings the program's beginning.
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ]
)

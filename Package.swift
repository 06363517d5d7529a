// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// One stage or shell of the pipeline, with the settings that every target shares.
func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one source target.
func tests(
  of name: String, also dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, exclude: exclude,
    swiftSettings: strict)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "hoctap",
  products: [
    .executable(name: "hoctap", targets: ["hoctap"]),
    // For the benchmarks, which time the stages apart.
    .library(
      name: "HoctapStages",
      targets: ["Model", "Ingest", "Validation", "Evaluation", "Rendering", "Pipeline"]),
    // For the fuzzers, which build the readers with a sanitizer.
    .library(name: "HoctapFuzzTargets", targets: ["FuzzTargets"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CRename"),
    .systemLibrary(name: "CBytes"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    .target(name: "CRoster"),

    stage("Model", ["CBytes"]),
    stage("OpenXML", ["CZip", "CExpat"]),
    stage("Rulebooks", ["Model", yams]),
    stage("Ingest", ["Model", "OpenXML", "CMarkGFM"]),
    stage("Validation", ["Model"]),
    stage("Roster", ["Model", "CRoster", "CZlib"]),
    stage("Evaluation", ["Model"]),
    stage("Reporting", ["Model"]),
    stage("Rendering", ["Model", "OpenXML", "CXlsxWriter", "CCrypto", mustache]),
    stage("Audit", ["Model", "OpenXML", "CLibXML2", "CMarkGFM"]),
    stage(
      "Pipeline",
      [
        "Model", "Rulebooks", "Ingest", "Validation", "Evaluation", "Reporting", "Rendering",
        "Audit", "Roster", "CCrypto",
      ]),
    .executableTarget(
      name: "hoctap",
      dependencies: [
        "Model", "Audit", "Pipeline", "Reporting", "Roster", "CRename", arguments,
      ],
      swiftSettings: strict),

    .target(
      name: "SampleSupport", dependencies: ["Model", "Pipeline", "Rendering", "Reporting"],
      path: "Tests/SampleSupport", swiftSettings: strict),
    .target(
      name: "PackageSupport", path: "Tests/PackageSupport", swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Model", "Ingest", "Rulebooks", "Roster", "Validation", "PackageSupport",
      ],
      path: "Tests/FuzzTargets", swiftSettings: strict),
    tests(of: "Model"),
    tests(of: "Rulebooks", also: ["Model"]),
    tests(
      of: "Ingest", also: ["Model", "CZip", "PackageSupport"],
      exclude: ["Workbook/Fixtures", "Agreement"]),
    tests(of: "Validation", also: ["Model", "Ingest"]),
    tests(of: "Evaluation", also: ["Model"]),
    tests(of: "Roster", also: ["Model", "FuzzTargets"]),
    tests(
      of: "Audit",
      also: ["Model", "OpenXML", "PackageSupport", "Pipeline", "Reporting", "SampleSupport"]),
    tests(
      of: "Reporting", also: ["Model", "Ingest", "Rendering", "Pipeline", "SampleSupport"]),
    tests(of: "Rendering", also: ["Model", "OpenXML", "CZip"]),
    tests(
      of: "Pipeline",
      also: [
        "Model", "Ingest", "Validation", "Reporting", "Rendering", "Audit", "SampleSupport",
        "FuzzTargets",
      ],
      exclude: ["Fixtures/Files"]),
    .testTarget(
      name: "CommandTests", dependencies: ["Model", "hoctap", "Pipeline", "SampleSupport"],
      exclude: ["Goldens", "Readers"], swiftSettings: strict),
  ]
)

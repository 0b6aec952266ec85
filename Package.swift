// swift-tools-version: 6.2
import PackageDescription

/// The modules, bottom-up: a module imports only what stands above it in this list.
let package = Package(
  name: "qdsynth",
  products: [
    .executable(name: "qdsynth", targets: ["qdsynth"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.0.0"),
  ],
  targets: [
    // MARK: - System libraries
    .target(name: "CSundials"),
    .systemLibrary(name: "CHDF5", providers: [.apt(["libhdf5-dev"])]),
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(
      name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CUDUnits", linkerSettings: [.linkedLibrary("udunits2")]),
    .target(name: "CTOML"),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(
      name: "CCeres",
      // Eigen is templates, and a hundred times slower where they are not optimised.
      cxxSettings: [.unsafeFlags(["-isystem", "/usr/include/eigen3", "-O2"])],
      linkerSettings: [.linkedLibrary("ceres"), .linkedLibrary("glog")]),
    .systemLibrary(name: "CNLopt", pkgConfig: "nlopt", providers: [.apt(["libnlopt-dev"])]),

    // MARK: - Libraries
    .target(name: "Workers"),
    .target(name: "Checkpoints"),
    .target(name: "LinearAlgebra", dependencies: ["COpenBLAS"]),
    .target(name: "Sundials", dependencies: ["CSundials", "LinearAlgebra"]),
    .target(name: "HDF5Files", dependencies: ["CHDF5"]),
    .target(name: "XMLFiles", dependencies: ["CExpat"]),
    .target(
      name: "Optimizers",
      dependencies: ["CCeres", "CNLopt", .product(name: "RealModule", package: "swift-numerics")]),
    .target(name: "Units", dependencies: ["CUDUnits"]),
    .target(name: "BatchSystems", dependencies: ["Units"]),
    .target(name: "Measurements", dependencies: ["HDF5Files", "XMLFiles", "Units"]),
    .target(
      name: "Sampling",
      dependencies: ["Checkpoints", .product(name: "RealModule", package: "swift-numerics")]),
    .target(
      name: "Inference",
      dependencies: [
        "Optimizers", "Sampling", "Workers",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "Kinetics",
      dependencies: ["Units", .product(name: "RealModule", package: "swift-numerics")]),
    .target(
      name: "Laws",
      dependencies: ["Kinetics", "Units", .product(name: "RealModule", package: "swift-numerics")]),
    .target(
      name: "Materials",
      dependencies: ["Units", .product(name: "RealModule", package: "swift-numerics")]),
    .target(name: "Synthesis", dependencies: ["Checkpoints", "Kinetics", "Units"]),
    .target(
      name: "PopulationBalance",
      dependencies: ["Checkpoints", "Synthesis", "Kinetics", "LinearAlgebra", "Sundials"]),
    .target(
      name: "ClusterMonteCarlo",
      dependencies: [
        "Checkpoints", "Synthesis", "Kinetics", "Sampling", "Workers",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "Observation",
      dependencies: [
        "Synthesis", "Kinetics", "Materials", "Sampling", "LinearAlgebra", "Units",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "FrameFits",
      dependencies: [
        "Measurements", "Inference", "Observation", "Optimizers",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "ScenarioFiles",
      dependencies: [
        "CTOML", "Units", "BatchSystems", "Kinetics", "Laws", "Materials", "Synthesis",
        "Observation",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "Results",
      dependencies: [
        "Checkpoints", "HDF5Files", "Observation", "ClusterMonteCarlo", "Materials", "Synthesis",
        "Kinetics", "CLibcrypto",
      ]),
    .target(
      name: "Campaigns",
      dependencies: ["HDF5Files", "Results", "Sampling", "Workers", "CLibcrypto"]),
    .target(
      name: "SweepAnalysis",
      dependencies: ["Sampling", .product(name: "RealModule", package: "swift-numerics")]),
    .target(
      name: "Fitting",
      dependencies: [
        "Inference", "Optimizers", "Observation", "Measurements", "ScenarioFiles",
        "PopulationBalance", "ClusterMonteCarlo", "Synthesis", "Kinetics", "Units",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "FitFiles",
      dependencies: ["HDF5Files", "Results", "Fitting", "Inference", "ScenarioFiles", "Synthesis"]),
    .target(
      name: "Reports",
      dependencies: ["Results", "FitFiles", "ScenarioFiles", "SweepAnalysis", "Units"]),
    .target(
      name: "ValidationLadder",
      dependencies: [
        "Fitting", "FrameFits", "Inference", "Optimizers", "Measurements", "Sampling",
        "SweepAnalysis",
        "ScenarioFiles", "PopulationBalance", "ClusterMonteCarlo", "Results", "Campaigns",
        "Observation", "Materials", "Kinetics", "Laws", "Synthesis", "Units",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),

    // MARK: - Program
    .executableTarget(
      name: "qdsynth",
      dependencies: [
        "Checkpoints", "ScenarioFiles", "BatchSystems", "PopulationBalance", "ClusterMonteCarlo",
        "Results", "Campaigns", "Reports", "ValidationLadder", "Measurements", "Fitting",
        "FitFiles", "FrameFits", "Inference", "SweepAnalysis", "Sampling",
        "Observation", "Materials", "Laws", "Kinetics", "Synthesis", "Units", "HDF5Files",
        "LinearAlgebra", "Sundials",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // A program that needs no Swift at run time, and starts 6 ms earlier.
      linkerSettings: [
        .unsafeFlags(["-static-stdlib", "-use-ld=lld"], .when(configuration: .release))
      ]),

    // MARK: - Tests
    .target(name: "Oracles", dependencies: ["COpenBLAS"], path: "Tests/Oracles"),
    .testTarget(name: "SundialsTests", dependencies: ["Sundials", "Oracles"]),
    .testTarget(name: "HDF5FilesTests", dependencies: ["HDF5Files"]),
    .testTarget(name: "CheckpointsTests", dependencies: ["Checkpoints"]),
    .testTarget(name: "UnitsTests", dependencies: ["Units"]),
    .testTarget(
      name: "BatchSystemsTests", dependencies: ["BatchSystems"], exclude: ["Fixtures"]),
    .testTarget(name: "XMLFilesTests", dependencies: ["XMLFiles"]),
    .testTarget(
      name: "MeasurementsTests", dependencies: ["Measurements", "HDF5Files"]),
    .testTarget(name: "OptimizersTests", dependencies: ["Optimizers", "Oracles"]),
    .testTarget(name: "SamplingTests", dependencies: ["Sampling"]),
    .testTarget(
      name: "InferenceTests",
      dependencies: [
        "Inference", "Optimizers", "Sampling", "Oracles",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      exclude: ["Fixtures"]),
    .testTarget(name: "KineticsTests", dependencies: ["Kinetics", "Laws", "Units"]),
    .testTarget(name: "MaterialsTests", dependencies: ["Materials"]),
    .testTarget(name: "SynthesisTests", dependencies: ["Synthesis", "Kinetics", "Laws"]),
    .testTarget(
      name: "PopulationBalanceTests",
      dependencies: [
        "PopulationBalance", "Checkpoints", "Laws", "Synthesis", "Kinetics", "Sundials", "Oracles",
      ]
    ),
    .testTarget(
      name: "ClusterMonteCarloTests",
      dependencies: [
        "ClusterMonteCarlo", "Checkpoints", "PopulationBalance", "Laws", "Synthesis", "Kinetics",
        "Sampling",
        "Oracles", .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "ObservationTests",
      dependencies: [
        "Observation", "Materials", "Sampling", "Synthesis", "Kinetics",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "FrameFitsTests",
      dependencies: [
        "FrameFits", "Measurements", "Inference", "Observation", "Sampling",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "ScenarioFilesTests",
      dependencies: [
        "ScenarioFiles", "BatchSystems", "Materials", "Observation", "Synthesis", "Kinetics",
        "Units",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ResultsTests",
      dependencies: [
        "Results", "Checkpoints", "HDF5Files", "ClusterMonteCarlo", "Laws", "Synthesis", "Kinetics",
        "Sampling",
      ]),
    .testTarget(name: "CampaignsTests", dependencies: ["Campaigns", "HDF5Files", "Results"]),
    .testTarget(name: "SweepAnalysisTests", dependencies: ["SweepAnalysis", "Sampling"]),
    .testTarget(
      name: "FittingTests",
      dependencies: [
        "Fitting", "Inference", "Optimizers", "ScenarioFiles", "PopulationBalance", "Synthesis",
      ]),
    .testTarget(
      name: "FitFilesTests",
      dependencies: ["FitFiles", "HDF5Files", "Results", "ScenarioFiles"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "Results", "FitFiles", "ScenarioFiles", "ClusterMonteCarlo", "Laws", "Synthesis",
        "Kinetics", "Sampling", "SweepAnalysis",
      ]),
    .testTarget(
      name: "ValidationLadderTests",
      dependencies: ["ValidationLadder", "PopulationBalance", "Laws", "Kinetics", "Synthesis"]),
    .testTarget(name: "ArchitectureTests"),
  ],
  cxxLanguageStandard: .cxx17
)

for target in package.targets where ![.system, .plugin].contains(target.type) {
  guard !target.name.hasPrefix("C") || target.name.hasPrefix("Campaigns") else { continue }
  target.swiftSettings = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // A wrapper that owns a C vector hands out spans of it; their lifetime is the owner's.
    .enableExperimentalFeature("Lifetimes"),
  ]
  guard target.type == .executable else { continue }
  target.swiftSettings?.append(.unsafeFlags(["-static-stdlib"], .when(configuration: .release)))
}

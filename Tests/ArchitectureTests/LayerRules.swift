/// Who may import whom.
enum LayerRules {
  /// The package's own modules, bottom-up as its manifest lists them; what serves tests comes after.
  static func modules(inManifest manifest: String) -> [String] {
    let manifest = manifest.prefix(
      upTo: manifest.firstRange(of: "// MARK: - Tests")?.lowerBound ?? manifest.endIndex)
    let target = #/\.(?:target|systemLibrary|executableTarget)\(\s*name:\s*"(?<name>\w+)"/#
    return manifest.matches(of: target).map { String($0.output.name) }
  }

  /// Imports point down: a module imports only what stands above it in the manifest.
  static func upwardImports(in files: [SourceFile], modules: [String]) -> [String] {
    files.flatMap { file -> [String] in
      guard let own = modules.firstIndex(of: file.module) else {
        return ["\(file.path) is in no module of the manifest"]
      }
      return file.imports.sorted().compactMap { name in
        guard let other = modules.firstIndex(of: name), other >= own else { return nil }
        return "\(file.path) imports \(name), which stands no lower"
      }
    }
  }

  /// Engines integrate roles and know no law; laws know no engine and no solver.
  static func lawsMeetingEngines(in files: [SourceFile]) -> [String] {
    let engines: Set = ["PopulationBalance", "ClusterMonteCarlo"]
    return files.flatMap { file -> [String] in
      let forbidden: Set<String> =
        engines.contains(file.module)
        ? ["Laws"] : file.module == "Laws" ? engines.union(["Sundials", "Sampling"]) : []
      return file.imports.intersection(forbidden).sorted().map {
        "\(file.path) imports \($0)"
      }
    }
  }

  /// Each C library has one wrapper: a module, or a single file of a module.
  static func strayCImports(in files: [SourceFile]) -> [String] {
    let wrappers = [
      "CSundials": "Sundials", "COpenBLAS": "LinearAlgebra", "CHDF5": "HDF5Files",
      "CUDUnits": "Units", "CExpat": "XMLFiles",
      "CCeres": "Optimizers", "CNLopt": "Optimizers",
    ]
    let strays = files.flatMap { file in
      file.imports.sorted().compactMap { name in
        wrappers[name].flatMap { $0 == file.module ? nil : "\(file.path) imports \(name)" }
      }
    }
    let doors = ["CTOML", "CLibcrypto"].compactMap { name -> String? in
      let paths = files.filter { $0.imports.contains(name) }.map(\.path)
      return paths.count > 1 ? "\(name) is imported by \(paths.joined(separator: ", "))" : nil
    }
    return strays + doors
  }
}

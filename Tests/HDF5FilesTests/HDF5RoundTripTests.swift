import HDF5Files
import Testing

@Suite struct `HDF5 round trip` {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func `numbers of any shape come back bit for bit`() throws {
    let path = folder.file("numbers.h5")
    let numbers = (0..<60_000).map { Double($0).squareRoot() * 1e-7 }
    let draft = try HDF5Draft(creating: path)
    let root = try draft.root()
    try root.write(numbers, shape: [600, 100], as: "large")
    try root.write([Double.pi], shape: [], as: "scalar")
    try root.write([Double](), as: "empty")
    try root.write([Int64.min, 0, .max], as: "integers")
    try draft.publish()

    let read = try HDF5File(reading: path).root()
    let large = try read.dataset("large")
    #expect(large.shape == [600, 100])
    #expect(try large.numbers() == numbers)
    #expect(try large.numbers(rows: 3..<5) == Array(numbers[300..<500]))
    #expect(try read.dataset("scalar").numbers() == [.pi])
    #expect(try read.dataset("empty").numbers() == [])
    #expect(try read.dataset("integers").integers() == [.min, 0, .max])
    #expect(try read.names == ["large", "scalar", "empty", "integers"])
  }

  @Test func `text keeps every character`() throws {
    let path = folder.file("text.h5")
    let draft = try HDF5Draft(creating: path)
    let root = try draft.root()
    try root.write("γ = 0.1 J/m²\nk₁ → k₂", as: "scenario")
    try root.write(["PbS", "", "Überkorn"], as: "names")
    try draft.publish()

    let read = try HDF5File(reading: path).root()
    #expect(try read.dataset("scenario").strings() == ["γ = 0.1 J/m²\nk₁ → k₂"])
    #expect(try read.dataset("scenario").shape == [])
    #expect(try read.dataset("names").strings() == ["PbS", "", "Überkorn"])
    #expect(try read.dataset("names").element == .string)
  }

  @Test(arguments: [
    ("text", HDF5Attribute.string("1/m³")), ("texts", .strings(["time", "size"])),
    ("integer", .integer(-7)), ("integers", .integers([1, 2, 3])), ("number", .number(0.1)),
    ("numbers", .numbers([0.5, -1e300])),
  ])
  func `attributes come back as what they were`(name: String, value: HDF5Attribute) throws {
    let path = folder.file("\(name).h5")
    let draft = try HDF5Draft(creating: path)
    let group = try draft.root().makeGroup("entry")
    try group.set(name, to: "before")
    try group.set(name, to: value)
    let dataset = try group.write([1.0, 2.0], as: "radius")
    try dataset.set(name, to: value)
    try draft.publish()

    let read = try HDF5File(reading: path).root()
    #expect(try read.group("entry").attribute(name) == value)
    #expect(try read.dataset("entry/radius").attribute(name) == value)
    #expect(try read.attribute("absent") == nil)
  }

  @Test func `dimension scales stay attached`() throws {
    let path = folder.file("scales.h5")
    let draft = try HDF5Draft(creating: path)
    let root = try draft.root()
    let time = try root.write([0.0, 1.0], as: "time")
    try time.becomeScale(named: "time")
    let psd = try root.write([1, 2, 3, 4, 5, 6], shape: [2, 3], missing: .nan, as: "psd")
    try psd.attach(time, toDimension: 0)
    try draft.publish()

    let read = try HDF5File(reading: path).root()
    #expect(try read.dataset("time").isScale)
    #expect(try read.dataset("psd").isAttached(read.dataset("time"), toDimension: 0))
    #expect(try !read.dataset("psd").isScale)
  }

  @Test(arguments: [HDF5Draft.Storage.memory, .disk])
  func `a table can be filled row by row`(storage: HDF5Draft.Storage) throws {
    let path = folder.file("rows.h5")
    let draft = try HDF5Draft(creating: path, in: storage)
    let table = try draft.root().makeDataset("table", of: .double, shape: [4, 2])
    let names = try draft.root().makeDataset("names", of: .string, shape: [4])
    try table.write([5.0, 6, 7, 8], rows: 2..<4)
    try names.write(["c", "d"], rows: 2..<4)
    try table.write([1.0, 2, 3, 4], rows: 0..<2)
    try names.write(["a", "b"], rows: 0..<2)
    try draft.publish()

    let read = try HDF5File(reading: path).root()
    #expect(try read.dataset("table").numbers() == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(try read.dataset("names").strings() == ["a", "b", "c", "d"])
  }

  @Test func `a long column filled block by block in small chunks comes back`() throws {
    let path = folder.file("column.h5")
    let numbers = (0..<20_000).map { Double($0).squareRoot() }
    let draft = try HDF5Draft(creating: path, in: .disk)
    let column = try draft.root().makeDataset(
      "column", of: .double, shape: [numbers.count], missing: .nan, rowsPerChunk: 512)
    for start in stride(from: 0, to: numbers.count - 300, by: 300) {
      try column.write(Array(numbers[start..<start + 300]), rows: start..<start + 300)
    }
    try draft.publish()

    let read = try HDF5File(reading: path).root().dataset("column").numbers()
    #expect(Array(read[..<19_800]) == Array(numbers[..<19_800]))
    #expect(read[19_800...].allSatisfy { $0.isNaN })
  }

  @Test func `the same content is the same bytes`() throws {
    for name in ["a.h5", "b.h5"] {
      let draft = try HDF5Draft(creating: folder.file(name))
      let root = try draft.root()
      try root.set("format", to: "qdsynth-run")
      try root.makeGroup("entry").write([1.0, 2.0], as: "time").set("units", to: "s")
      try draft.publish()
    }
    #expect(try ScratchFolder.run("/usr/bin/cmp", [folder.file("a.h5"), folder.file("b.h5")]) == 0)
  }

  @Test func `many threads may work at once`() async throws {
    try await withThrowingTaskGroup(of: Double.self) { tasks in
      for index in 0..<8 {
        let path = folder.file("thread-\(index).h5")
        tasks.addTask {
          for _ in 0..<20 {
            let draft = try HDF5Draft(creating: path)
            try draft.root().write([Double](repeating: Double(index), count: 2000), as: "x")
            try draft.publish()
          }
          return try HDF5File(reading: path).root().dataset("x").numbers()[1999]
        }
      }
      let values = try await tasks.reduce(into: Set<Double>()) { $0.insert($1) }
      #expect(values == Set((0..<8).map(Double.init)))
    }
  }
}

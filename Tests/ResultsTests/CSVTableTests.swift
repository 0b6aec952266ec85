import Results
import Testing

@Suite struct `A table as text` {
  @Test func `names columns with units and leaves gaps empty`() {
    let lines = SampleRun.result.table(of: .summary).text.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("time [s],temperature [K],volume [L],solute [mol/m^3],"))
    #expect(lines[1].hasPrefix("0,368.15,0.01,0,0,0,,,,"))
  }

  @Test func `reads back as the same numbers`() throws {
    let value = 0.1 + 0.2
    let table = CSVTable(columns: [("x", "1", [value, 1e-300, 5e21])])
    #expect(table.rows.compactMap { Double($0[0]) } == [value, 1e-300, 5e21])
  }

  @Test func `has one row for each time and bin`() {
    let table = SampleRun.result.table(of: .psd)
    #expect(table.rows.count == 30)
    #expect(table.header[1] == "radius [nm]")
  }

  @Test func `quotes what needs it`() {
    let table = CSVTable(header: ["a, b"], rows: [["say \"γ\""]])
    #expect(table.text == "\"a, b\"\n\"say \"\"γ\"\"\"\n")
  }
}

@Suite struct `SHA-256` {
  @Test func `of abc is that of the standard`() {
    #expect(
      SHA256.digits(of: "abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}

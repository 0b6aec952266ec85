import Testing

@testable import Measurements

@Suite struct `Absorption spectra` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private let text =
    "Wavelength (nm),30 s reaction,1 min\r\n502,0.3,0.6\r\n501,,0.5\r\n500,0.1,0.4\r\n,,\r\n,,see notes\r\n"

  @Test func `are read with their times, ascending, and what is missing masked`() throws {
    let read = try SeriesImport(reading: [scratch.file("uv.csv", text)])
    guard case .absorbance(let spectra) = read.content else {
      Issue.record("not taken for spectra")
      return
    }
    #expect(spectra.spectra.map(\.time) == [30, 60])
    let nanometres = spectra.sharedWavelengths?.map { ($0 * 1e9).rounded() }
    #expect(nanometres == [500, 501, 502])
    #expect(spectra.spectra[1].absorbance == [0.4, 0.5, 0.6])
    #expect(spectra.spectra[0].masks == [.kept, .notANumber, .kept])
    #expect(read.notes.map(\.place) == ["lines 6"])
  }

  @Test func `come back from their file`() throws {
    let read = try SeriesImport(reading: [scratch.file("uv.csv", text)])
    guard case .absorbance(let spectra) = read.content else { return }
    try SpectraFile.write(spectra, to: scratch.path("uv.h5"))
    let again = try #require(try SpectraFile.read(scratch.path("uv.h5")))
    #expect(again.title == "uv" && again.history == spectra.history)
    #expect(again.spectra.map(\.masks) == spectra.spectra.map(\.masks))
    #expect(again.spectra[1].absorbance == spectra.spectra[1].absorbance)
  }

  @Test(arguments: [
    ("Wavelength,20 s\n1,1\n", "line 1: the wavelengths have no unit"),
    ("Wavelength (nm),20\n1,1\n", "\"20\" is not a time with its unit"),
    ("Wavelength (s),20 s\n1,1\n", "\"s\" is not a unit of wavelength"),
    ("Wavelength (nm),20 s\n", "holds no spectra"),
    ("Wavelength (nm),20 s\n1,1\n3,1\n2,1\n", "neither rise nor fall"),
  ])
  func `that cannot be read say why`(text: String, said: String) throws {
    #expect(refusal([try scratch.file("uv.csv", text)]).contains(said))
  }
}

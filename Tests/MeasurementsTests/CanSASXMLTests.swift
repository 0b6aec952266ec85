import Testing

@testable import Measurements

@Suite struct `canSAS1D` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func document(_ data: String, namespace: String = "urn:cansas1d:1.1") -> String {
    """
    <?xml version="1.0"?>
    <?xml-stylesheet type="text/xsl" href="x.xsl" ?>
    <SASroot version="1.1" xmlns="\(namespace)">
      <SASentry name="e"><Title>t = 5 s</Title><Run>1</Run>\(data)</SASentry>
    </SASroot>
    """
  }

  private func read(_ text: String) throws -> MeasuredSeries {
    var options = ImportOptions()
    options.times = .pattern(try TimePattern(#"title:t = (\S+ s)"#))
    return try #require(
      try SeriesImport(reading: [scratch.file("a.xml", text)], options: options).series)
  }

  private let points = """
    <SASdata>
    <Idata><Q unit="1/A">0.1</Q><I unit="1/cm"> 2 </I><Idev unit="1/cm">0.5</Idev><Qdev unit="1/A">0.01</Qdev></Idata>
    <Idata><Q unit="1/A">0.2</Q><I unit="1/cm">1</I><Idev unit="1/cm">0.25</Idev><Qdev unit="1/A">0.02</Qdev></Idata>
    </SASdata>
    """

  @Test(arguments: ["urn:cansas1d:1.1", "cansas1d/1.0"])
  func `is read in both versions`(namespace: String) throws {
    let frame = try read(document(points, namespace: namespace)).frames[0]
    #expect(frame.q == [1e9, 2e9] && frame.intensity == [200, 100])
    #expect(frame.deviation == [50, 25] && frame.resolution == [1e8, 2e8])
    #expect(frame.time == 5)
  }

  @Test(arguments: [
    ("<SASdata></SASdata>", "line 4: SASdata holds no Idata"),
    ("<SASdata><Idata><Q unit=\"1/A\">1</Q></Idata></SASdata>", "line 4: Idata has no I"),
    (
      "<SASdata><Idata><Q unit=\"1/A\">x</Q><I>1</I></Idata></SASdata>",
      "Q is \"x\", which is no number"
    ),
    ("<SASdata><Idata><Q>1</Q><I>1</I></Idata></SASdata>", "neither q nor the intensity"),
    (
      "<SASdata><Idata><Q unit=\"1/A\">1</Q><I unit=\"1/cm\">1</I></Idata>"
        + "<Idata><Q unit=\"1/nm\">2</Q><I unit=\"1/cm\">1</I></Idata></SASdata>",
      "Q is in 1/nm, and in 1/A above"
    ),
    ("<SASdata>", "not XML: mismatched tag"), ("", "holds no SASdata"),
  ])
  func `that cannot be read says where`(data: String, said: String) throws {
    #expect(refusal([try scratch.file("a.xml", document(data))]).contains(said))
  }

  @Test func `is not any other XML`() throws {
    let path = try scratch.file("a.xml", "<?xml version=\"1.0\"?><html/>")
    #expect(refusal([path]).contains("line 1: the document is <html>, not <SASroot>"))
  }
}

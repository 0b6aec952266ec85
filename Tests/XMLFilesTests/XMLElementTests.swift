import Testing
import XMLFiles

@Suite struct `An XML element` {
  @Test func `has name, attributes, text, children and line`() throws {
    let text = "<?xml version=\"1.0\"?>\n<a xmlns=\"u\" t=\"1\"> x <b/>\n<c>2&lt;3</c> y</a>"
    let root = try XMLElement(reading: Array(text.utf8))
    #expect(root.name == "a" && root.attributes["t"] == "1")
    #expect(root.children.map(\.name) == ["b", "c"])
    #expect(root.child("c")?.text == "2<3" && root.child("c")?.line == 3)
    #expect(root.trimmedText == "x \n y")
  }

  @Test func `is read in Latin-1 and UTF-16`() throws {
    let latin =
      Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>".utf8) + [0xC5] + Array("</a>".utf8)
    #expect(try XMLElement(reading: latin).text == "Å")
    let units: [[UInt8]] = "<a>Å</a>".utf16.map { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try XMLElement(reading: [0xFF, 0xFE] + units.joined()).text == "Å")
  }

  @Test func `that is not closed is refused with its line`() {
    #expect(throws: XMLError(line: 2, reason: "mismatched tag")) {
      try XMLElement(reading: Array("<a>\n<b></a>".utf8))
    }
    #expect(throws: XMLError.self) { try XMLElement(reading: []) }
  }

  @Test func `does not blow up by entities`() {
    let levels = (1...12).map {
      "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">"
    }
    let bomb = "<!DOCTYPE a [<!ENTITY e0 \"0123456789\">\(levels.joined())]><a>&e12;</a>"
    #expect(throws: XMLError.self) { try XMLElement(reading: Array(bomb.utf8)) }
  }
}

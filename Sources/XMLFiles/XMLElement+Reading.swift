import CExpat

extension XMLElement {
  /// Reads a document by Expat, and gives back its outermost element.
  ///
  /// Namespaces are dropped from names. No external entity is ever fetched.
  public init(reading bytes: [UInt8]) throws(XMLError) {
    let builder = XMLTreeBuilder()
    guard let parser = unsafe XML_ParserCreateNS(nil, XMLTreeBuilder.separator) else {
      throw XMLError(line: 1, reason: "there is no memory to read it")
    }
    defer { unsafe XML_ParserFree(parser) }
    unsafe builder.attach(to: parser)
    let status = unsafe bytes.withUnsafeBytes { buffer in
      unsafe XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
    }
    let root = builder.root
    guard status == XML_STATUS_OK, let root else {
      let line = unsafe Int(XML_GetCurrentLineNumber(parser))
      let code = unsafe XML_GetErrorCode(parser)
      let reason = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) }
      throw XMLError(line: line, reason: reason ?? "not XML")
    }
    self = root
  }
}

/// Puts elements together as Expat meets their tags.
@safe private final class XMLTreeBuilder {
  /// Stands between namespace and name in what Expat hands over.
  static let separator: CChar = 0x20

  private(set) var root: XMLElement?
  private var open: [XMLElement] = []

  func attach(to parser: XML_Parser) {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let context = unsafe context, let name = unsafe name else { return }
        let builder = unsafe Unmanaged<XMLTreeBuilder>.fromOpaque(context).takeUnretainedValue()
        unsafe builder.start(String(cString: name), builder.table(attributes), builder.line)
      },
      { context, _ in
        guard let context = unsafe context else { return }
        unsafe Unmanaged<XMLTreeBuilder>.fromOpaque(context).takeUnretainedValue().end()
      })
    unsafe XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let context = unsafe context, let text = unsafe text else { return }
      let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(count))
      let words = unsafe String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      unsafe Unmanaged<XMLTreeBuilder>.fromOpaque(context).takeUnretainedValue().add(words)
    }
    unsafe self.parser = parser
  }

  private var parser: XML_Parser?

  private var line: Int { unsafe parser.map { unsafe Int(XML_GetCurrentLineNumber($0)) } ?? 0 }

  private func table(
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    var table: [String: String] = [:]
    guard let attributes = unsafe attributes else { return table }
    var index = 0
    while let name = unsafe attributes[index], let value = unsafe attributes[index + 1] {
      unsafe table[local(String(cString: name))] = unsafe String(cString: value)
      index += 2
    }
    return table
  }

  private func local(_ name: String) -> String {
    name.split(separator: " ").last.map(String.init) ?? name
  }

  private func start(_ name: String, _ attributes: [String: String], _ line: Int) {
    open.append(
      XMLElement(name: local(name), attributes: attributes, text: "", children: [], line: line))
  }

  private func add(_ text: String) {
    guard !open.isEmpty else { return }
    open[open.count - 1].text += text
  }

  private func end() {
    let element = open.removeLast()
    guard !open.isEmpty else {
      root = element
      return
    }
    open[open.count - 1].children.append(element)
  }
}

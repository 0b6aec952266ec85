/// Comma-separated values as RFC 4180 has them; blank lines and lines opening with # are skipped.
enum CSVReader {
  static func records(of text: String) throws(CampaignError) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var wasQuoted = false

    func endField() {
      record.append(field)
      field = ""
      wasQuoted = false
    }
    func endRecord() {
      let isBlank = record.isEmpty && field.trimmingSpaces.isEmpty && !wasQuoted
      endField()
      let isComment = record.first?.hasPrefix("#") == true
      if !isBlank && !isComment { records.append(record) }
      record = []
    }

    var rest = Substring(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    while let next = rest.popFirst() {
      switch next {
      case "\"" where isQuoted && rest.first == "\"":
        rest.removeFirst()
        field.append("\"")
      case "\"" where isQuoted || field.trimmingSpaces.isEmpty:
        if !isQuoted { field = "" }
        isQuoted.toggle()
        wasQuoted = true
      case "," where !isQuoted: endField()
      case "\n" where !isQuoted, "\r\n" where !isQuoted, "\r" where !isQuoted: endRecord()
      default: field.append(next)
      }
    }
    guard !isQuoted else {
      throw .badDesign("sweep: the list of points ends inside a quoted value")
    }
    if !field.isEmpty || !record.isEmpty || wasQuoted { endRecord() }
    return records
  }
}

import BatchSystems
import Testing

@Suite struct `A word for the shell` {
  static let words = [
    "plain", "", " ", "a b", "it's", "''", "\"quoted\"", "$HOME", "`id`", "back\\slash", "a\tb",
    "*",
    "~", "#", "ünïcode Å", "a;b|c&d<e>f(g)h", "!x", "{1..3}", "--flag=value", "line\nbreak",
  ]

  @Test(arguments: words)
  func `reaches the program as it was`(word: String) throws {
    let line = "printf '%s|' " + ShellText.quoted(word)
    #expect(try Shell.run("sh", ["-c", line]).output == word + "|")
    #expect(ShellText.words(in: ShellText.quoted(word)) == [word])
  }

  @Test func `is split as the shell splits it`() {
    #expect(ShellText.words(in: "  --a 'b c'\td\\ e \"f'g\" ") == ["--a", "b c", "d e", "f'g"])
    #expect(ShellText.words(in: "") == [])
  }

  @Test func `stays bare where it may`() {
    let command = BatchCommand("bsub", ["-w", "ended(1)"], input: "a b.sh")
    #expect(command.text == "bsub -w 'ended(1)' < 'a b.sh'")
  }
}

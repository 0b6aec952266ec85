import Foundation

extension CampaignDirectory {
  /// All that was ever handed out, the first first.
  public func submissionList() throws(CampaignError) -> [Submission] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: submissions)) ?? []
    let numbers = names.compactMap { name in
      name.hasSuffix(".json") ? Int(name.dropLast(".json".count)) : nil
    }
    var found: [Submission] = []
    for number in numbers.sorted() {
      // A number whose file is still empty was taken a moment ago, or by a process that died then.
      guard SystemFile.trace(of: submissionPath(number))?.length ?? 0 > 0 else { continue }
      found.append(try submission(number))
    }
    return found
  }

  public func submission(_ number: Int) throws(CampaignError) -> Submission {
    let path = submissionPath(number)
    guard SystemFile.exists(path) else {
      throw .noSubmission(number: number, directory: self.path)
    }
    let bytes = try SystemFile.contents(of: path)
    do {
      return try JSONDecoder().decode(Submission.self, from: Data(bytes))
    } catch {
      throw .damaged(path: path, reason: "it is not a submission that this version can read")
    }
  }

  /// Takes the next free number, which no other process can have, and keeps the submission under it.
  public func add(_ submission: Submission) throws(CampaignError) -> Submission {
    try makeFolder(submissions)
    var submission = submission
    submission.number = (try submissionList().last?.number ?? 0) + 1
    while try SystemFile.claim(submissionPath(submission.number)) == nil {
      submission.number += 1
    }
    try write(submission)
    return submission
  }

  /// Writes what has become known of a submission.
  public func write(_ submission: Submission) throws(CampaignError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let text = try? encoder.encode(submission) else {
      throw .badSetting("submission \(submission.number) cannot be written as JSON")
    }
    try write(
      String(decoding: text, as: UTF8.self) + "\n", to: submissionPath(submission.number))
  }

  /// Where a task of a submission says what it has to say.
  public func logPath(ofTask task: Int, in submission: Int) -> String {
    "\(logs)/\(Submission.digits(submission))-\(task).log"
  }

  private func submissionPath(_ number: Int) -> String {
    "\(submissions)/\(Submission.digits(number)).json"
  }
}

extension Assignment {
  /// The part of one task in a submission.
  public init(_ submission: Submission, task: Int) throws(CampaignError) {
    guard submission.tasks.indices.contains(task) else {
      throw .noTask(
        number: task, submission: submission.number, tasks: submission.tasks.count)
    }
    self.init(submission.selection)
    chunks = submission.tasks[task].indices
    settings = submission.settings
    self.submission = submission.number
    self.task = task
  }
}

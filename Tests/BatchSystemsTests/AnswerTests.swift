import BatchSystems
import Testing

/// Answers as the schedulers' documentation shows them; SLURM's as version 22.05 gave them.
@Suite struct `An answer` {
  @Test(arguments: [
    (BatchEngine.slurm, "123\n", "123"), (.slurm, "123;north\n", "123"),
    (.pbs, "1234[].server.uni.edu\n", "1234[].server.uni.edu"), (.pbs, "17.server\n", "17.server"),
    (.torque, "99[].head\n", "99[].head"),
    (.lsf, "Job <4711> is submitted to default queue <normal>.\n", "4711"),
    (.sge, "12.1-100:1\n", "12"), (.sge, "13\n", "13"),
    (.slurm, "sbatch: a remark of the site\n123\n", "123"),
  ])
  func `names the job`(engine: BatchEngine, output: String, job: String) throws {
    #expect(try engine.system.job(in: Samples.answer(output)) == job)
  }

  @Test(arguments: BatchEngine.allCases)
  func `without a job is refused`(engine: BatchEngine) {
    for output in ["", "welcome to the cluster\n"] {
      #expect(throws: BatchError.self) { try engine.system.job(in: Samples.answer(output)) }
    }
  }

  @Test func `of squeue`() {
    let living = Slurm().living(
      in: Samples.answer("7|0|RUNNING\n7|12|PENDING\n8|N/A|PENDING\n9|1|RUNNING\n"),
      to: ["7", "8"])
    #expect(
      living
        == .living([
          LivingTask(job: "7", index: 0, isRunning: true),
          LivingTask(job: "7", index: 12, isRunning: false),
          LivingTask(job: "8", index: nil, isRunning: false),
        ]))
    #expect(Slurm().living(in: Samples.answer(""), to: ["7"]) == .living([]))
    let forgotten = Samples.answer(
      "", "slurm_load_jobs error: Invalid job id specified\n", status: 1)
    #expect(Slurm().living(in: forgotten, to: ["7"]) == .living([]))
    let down = "slurm_load_jobs error: Unable to contact slurm controller (connect failure)"
    #expect(
      Slurm().living(in: Samples.answer("", down + "\n", status: 1), to: ["7"])
        == .silent(reason: down))
  }

  @Test func `of qstat under PBS`() {
    let table = """
      Job id            Name             User              Time Use S Queue
      ----------------  ---------------- ----------------  -------- - -----
      1234[].server     palladium        ann                      0 B short
      1234[0].server    palladium        ann               00:01:02 X short
      1234[1].server    palladium        ann               00:01:02 R short
      1234[2].server    palladium        ann                      0 Q short
      1235.server       palladium        ann                      0 H short

      """
    let jobs = ["1234[].server.uni.edu", "1235.server.uni.edu"]
    #expect(
      PBS(.professional).living(in: Samples.answer(table), to: jobs)
        == .living([
          LivingTask(job: jobs[0], index: 1, isRunning: true),
          LivingTask(job: jobs[0], index: 2, isRunning: false),
          LivingTask(job: jobs[1], index: nil, isRunning: false),
        ]))
    let gone = Samples.answer(
      "", "qstat: Unknown Job Id 1234[].server\nqstat: 1235.server Job has finished, use -x\n",
      status: 35)
    #expect(PBS(.professional).living(in: gone, to: jobs) == .living([]))
    let down = Samples.answer("", "qstat: cannot connect to server head (errno=111)\n", status: 111)
    #expect(
      PBS(.torque).living(in: down, to: jobs)
        == .silent(reason: "qstat: cannot connect to server head (errno=111)"))
  }

  @Test func `of bjobs`() {
    let answer = Samples.answer(
      "4711|3|RUN\n4711|4|PEND\n4711|5|DONE\n4712|0|PEND\n", "Job <4713> is not found\n",
      status: 255)
    #expect(
      LSF().living(in: answer, to: ["4711", "4712", "4713"])
        == .living([
          LivingTask(job: "4711", index: 3, isRunning: true),
          LivingTask(job: "4711", index: 4, isRunning: false),
          LivingTask(job: "4712", index: nil, isRunning: false),
        ]))
    let down = Samples.answer("", "LSF is down. Please wait ...\n", status: 255)
    #expect(LSF().living(in: down, to: ["1"]) == .silent(reason: "LSF is down. Please wait ..."))
  }

  @Test func `of qstat under Grid Engine`() {
    let table = """
      job-ID  prior   name       user   state submit/start at     queue        slots ja-task-ID
      -----------------------------------------------------------------------------------------
           12 0.55500 palladium  ann    r     03/24/2015 22:23:48 all.q@node1  1 3
           12 0.55500 palladium  ann    qw    03/24/2015 22:23:48              1 4-6:1
           13 0.00000 palladium  ann    hqw   03/24/2015 22:23:48              1
           14 0.55500 other      ann    r     03/24/2015 22:23:48 all.q@node1  1

      """
    let living = GridEngine().living(in: Samples.answer(table), to: ["12", "13"])
    let tasks = [(3, true), (4, false), (5, false), (6, false)].map {
      LivingTask(job: "12", index: $0, isRunning: $1)
    }
    #expect(living == .living(tasks + [LivingTask(job: "13", index: nil, isRunning: false)]))
    #expect(GridEngine().living(in: Samples.answer(""), to: ["12"]) == .living([]))
    let down = Samples.answer("", "error: unable to contact qmaster using port 6444\n", status: 1)
    #expect(
      GridEngine().living(in: down, to: ["12"])
        == .silent(reason: "error: unable to contact qmaster using port 6444"))
  }

  @Test func `tells how long an array may be`() {
    let slurm = "MaxArraySize            = 1001\nMaxDBDMsgs = 20008\n"
    #expect(Slurm().arrayLimit(in: Samples.answer(slurm)) == 1001)
    #expect(LSF().arrayLimit(in: Samples.answer("    MAX_JOB_ARRAY_SIZE = 1000\n")) == 1000)
    #expect(Slurm().arrayLimit(in: Samples.answer("")) == nil)
  }
}

@Suite struct `A command` {
  @Test func `submits, waits for others, and ends them`() {
    let array = Samples.array(0..<3)
    let typed = { (system: any BatchSystem, jobs: [String]) in
      system.submission(of: array, script: "submissions/0003-1.sh", after: jobs).text
    }
    #expect(typed(Slurm(), []) == "sbatch --parsable submissions/0003-1.sh")
    #expect(
      typed(Slurm(), ["7", "8"])
        == "sbatch --parsable --dependency=afterany:7:8 submissions/0003-1.sh")
    #expect(
      typed(PBS(.professional), ["7[].s"])
        == "qsub -W 'depend=afterany:7[].s' submissions/0003-1.sh")
    #expect(
      typed(PBS(.torque), ["7[].s"])
        == "qsub -W 'depend=afteranyarray:7[].s' submissions/0003-1.sh")
    #expect(
      typed(LSF(), ["7", "8"]) == "bsub -w 'ended(7) && ended(8)' < submissions/0003-1.sh")
    #expect(typed(GridEngine(), ["7", "8"]) == "qsub -terse -hold_jid 7,8 submissions/0003-1.sh")
    #expect(
      BatchEngine.allCases.map { $0.system.cancellation(of: ["7"]).text }
        == ["scancel 7", "qdel 7", "qdel 7", "bkill 7", "qdel 7", "kill -TERM 7"])
  }

  @Test func `of GNU parallel keeps a log and resumes from it`() {
    var resources = Samples.resources
    resources.options = ["--sshlogin 'a,b'"]
    let command = GNUParallel().submission(
      of: Samples.array(4..<7, resources), script: "submissions/0003-1.sh", after: [])
    #expect(
      command.arguments == [
        "--jobs", "10", "--joblog", "logs/0003.joblog", "--resume-failed", "--termseq",
        "TERM,60000,KILL,25", "--sshlogin", "a,b", "bash", "submissions/0003-1.sh", "{}", ":::",
        "4", "5", "6",
      ])
  }

  @Test func `is asked again while the scheduler is busy, with growing waits`() throws {
    let busy = Samples.answer(
      "", "sbatch: error: Unable to contact slurm controller (connect failure)", status: 1)
    var answers = [busy, busy, Samples.answer("5\n")]
    var waits: [Double] = []
    let last = Patience().answer(from: Slurm()) {
      answers.removeFirst()
    } pause: { wait, _ in
      waits.append(wait)
    }
    #expect(last.output == "5\n")
    #expect(waits == [2, 4])
  }

  @Test func `that is refused for good is not asked again`() {
    let refusal = Samples.answer(
      "", "sbatch: error: invalid partition specified: shrt", status: 1)
    var count = 0
    _ = Patience().answer(from: Slurm()) {
      count += 1
      return refusal
    } pause: { _, _ in
    }
    #expect(count == 1)
  }

  @Test func `gives up on a scheduler that stays busy`() {
    let busy = Samples.answer("", "Socket timed out on send/recv operation", status: 1)
    var count = 0
    let last = Patience(waits: [1, 2]).answer(from: Slurm()) {
      count += 1
      return busy
    } pause: { _, _ in
    }
    #expect(count == 3 && last == busy)
  }
}

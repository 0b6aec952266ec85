// Tests of ScenarioFiles.

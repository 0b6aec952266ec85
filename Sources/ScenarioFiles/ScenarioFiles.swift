// Room for ScenarioFiles.

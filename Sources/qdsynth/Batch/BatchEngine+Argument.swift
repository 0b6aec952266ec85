public import ArgumentParser
public import BatchSystems

extension BatchEngine: ExpressibleByArgument {}

public import ArgumentParser
public import ValidationLadder

extension Tier: ExpressibleByArgument {}

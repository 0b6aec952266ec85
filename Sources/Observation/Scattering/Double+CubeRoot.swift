import RealModule

extension Double {
  var cubeRoot: Double { .root(self, 3) }
}

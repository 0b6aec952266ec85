public import Results

extension PlotData {
  /// Every point of the picture, one a row.
  public var csv: CSVTable {
    CSVTable(
      header: [
        "panel", "curve", "x_quantity", "x_unit", "x", "y_quantity", "y_unit", "y", "y_error",
        "z_quantity", "z_unit", "z",
      ],
      rows: panels.enumerated().flatMap { index, panel in panel.rows(number: index + 1) })
  }
}

extension PlotData.Panel {
  fileprivate func rows(number: Int) -> [[String]] {
    curves.flatMap { rows(of: $0, number: number) }
      + (map.map { rows(of: $0, number: number) } ?? [])
  }

  private func rows(of curve: Curve, number: Int) -> [[String]] {
    let axis = curve.side == .right ? right ?? y : y
    return curve.x.indices.compactMap { index in
      guard let value = curve.y[index] else { return nil }
      let half = (curve.interval?[index]).flatMap(\.self).map {
        0.5 * ($0.upperBound - $0.lowerBound)
      }
      let error = ((curve.error?[index]).flatMap(\.self) ?? half).map(CSVTable.field) ?? ""
      return [
        "\(number)", curve.label, x.quantity, x.unit, CSVTable.field(curve.x[index]),
        axis.quantity, axis.unit, CSVTable.field(value), error, "", "", "",
      ]
    }
  }

  private func rows(of map: HeatMap, number: Int) -> [[String]] {
    map.x.indices.flatMap { column in
      map.y.indices.compactMap { row in
        guard let value = map.values[column][row] else { return nil }
        return [
          "\(number)", map.quantity, x.quantity, x.unit, CSVTable.field(map.x[column]),
          y.quantity, y.unit, CSVTable.field(map.y[row]), "", map.quantity, map.unit,
          CSVTable.field(value),
        ]
      }
    }
  }
}

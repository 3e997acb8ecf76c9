import SvodkaKit

extension PageBuilder {
  private static let labelHeight = 20.0
  private static let barHeight = 15.0
  private static let gap = 12.0
  private static let longestLabel = 44
  private static let colours = 8
  /// Bars end here at the latest, in percent of the width, so that the number beside them has room on narrow screens.
  private static let room = 66.0

  /// Bars from left to right, the name of their category above them: nothing is as wide as the words make it, so the drawing fits
  /// any width without being scaled.
  func bars(_ chart: ReportBars, section: String) -> BarsView {
    let ends = chart.categories.flatMap {
      $0.bars.map { max($0.estimate.value, $0.estimate.high ?? 0, $0.without?.value ?? 0) }
    }
    let hasCopies = chart.categories.contains { $0.bars.contains { $0.without != nil } }
    let scale = AxisScale(largest: ends.max() ?? 0, most: 4)
    func percent(_ value: Double) -> Double { scale.fraction(value) * Self.room }
    var (labels, marks, y) = ([BarsView.Label](), [BarsView.Mark](), 4.0)
    for category in chart.categories {
      let whole = category.name.shown
      let short = whole.count > Self.longestLabel ? whole.prefix(Self.longestLabel - 1) + "…" : whole[...]
      labels.append(
        .init(y: HTMLText(y + 14), text: HTMLText(short), whole: short == whole[...] ? nil : HTMLText(whole)))
      y += Self.labelHeight
      for (index, bar) in category.bars.enumerated() {
        let group = index < chart.groups.count ? chart.groups[index] : ""
        marks.append(
          mark(bar, of: category, group: group, index: index, isNamed: chart.groups.count > Self.colours, y, percent))
        y += Self.barHeight
      }
      y += Self.gap
    }
    let frame = ChartView(
      target: HTMLText(Anchor.name(section + "-" + chart.id)), caption: HTMLText(chart.title),
      legend: chart.groups.count > 1 && chart.groups.count <= Self.colours
        ? legend(chart.groups) { _ in Shape.square } : nil,
      alternative: HTMLText(chart.alternative), height: HTMLText(y + 20), floor: HTMLText(y), base: HTMLText(y + 15),
      unit: HTMLText(([chart.unit] + (hasCopies ? [plainWord("html.without-key")] : [])).joined(separator: " · ")))
    return BarsView(
      frame: frame,
      ticks: scale.ticks.enumerated().map { index, value in
        TickView(
          at: HTMLText(percent(value)), anchor: HTMLText(index == 0 ? "start" : "middle"),
          label: HTMLText(wording.number(value, digits: scale.digits)))
      }, labels: labels, marks: marks)
  }

  private func mark(
    _ bar: ReportBars.Bar, of category: ReportBars.Category, group: String, index: Int, isNamed: Bool, _ y: Double,
    _ percent: (Double) -> Double
  ) -> BarsView.Mark {
    let estimate = bar.estimate
    let words = estimate.text(by: wording)
    let without = bar.without.map { plainWord("without", ["what": $0.text(by: wording)]) }
    let about = ["\(category.name.shown) · \(group): \(words)"] + [without].compactMap { $0 } + bar.marks.map(\.text)
    var shown = wording.number(estimate.value, digits: estimate.digits)
    if isNamed { shown += " " + group }
    if !bar.marks.isEmpty { shown += " " + bar.marks.map { "(\($0.text))" }.joined(separator: " ") }
    let title = about.joined(separator: ", ")
    return .init(
      link: link(bar.evidence, about: title, shown: nil), about: HTMLText(title),
      style: HTMLText("f\(index % Self.colours)"), y: HTMLText(y), width: HTMLText(percent(estimate.value)),
      whisker: estimate.low.flatMap { low in
        estimate.high.map { high in
          .init(low: HTMLText(percent(low)), high: HTMLText(percent(high)), middle: HTMLText(y + 6))
        }
      },
      distinct: bar.without.map { HTMLText(percent($0.value)) }, distinctTop: HTMLText(y - 1),
      distinctBottom: HTMLText(y + 13), end: HTMLText(percent(max(estimate.value, estimate.high ?? 0))),
      baseline: HTMLText(y + 10.5),
      shown: HTMLText(shown))
  }

  /// The signs and colours with what they stand for.
  func legend(_ names: [String], shape: (Int) -> String) -> KeyView {
    KeyView(
      entries: names.enumerated().map { index, name in
        .init(style: HTMLText("f\(index % Self.colours)"), shape: HTMLText(shape(index)), label: HTMLText(name))
      })
  }
}

import SvodkaKit

extension PageBuilder {
  private static let plotTop = 18.0
  private static let plotHeight = 230.0
  /// Points of several series on one day stand so far apart.
  private static let step = 11.0
  /// Values further apart than by this factor are drawn on a scale of powers of ten.
  private static let widest = 40.0

  /// Points and ranges over the days, the claims of a series by their colour and sign.
  func timeline(_ chart: ReportTimeline, section: String) -> TimelineView {
    let values = chart.points.flatMap { [$0.low, $0.high ?? $0.low] }.map(Double.init)
    let largest = values.max() ?? 0
    let smallest = values.filter { $0 > 0 }.min() ?? 1
    let scale =
      largest / smallest > Self.widest
      ? AxisScale(logarithmicTo: largest) : AxisScale(largest: largest, wholeNumbers: true)
    let days = DayScale(chart.points.map(\.date))
    func height(_ value: Double) -> Double { Self.plotTop + (1 - scale.fraction(value)) * Self.plotHeight }
    let marks = chart.points.map { point -> TimelineView.Mark in
      let (low, high) = (height(Double(point.low)), height(Double(point.high ?? point.low)))
      let colour = ((point.series % 8) + 8) % 8
      let shift = (Double(point.series) - Double(max(1, chart.series.count) - 1) / 2) * Self.step
      let title = ([point.date, point.label] + point.marks.map(\.text)).joined(separator: " · ")
      return .init(
        link: link(point.evidence, about: title, shown: nil), about: HTMLText(title),
        at: HTMLText(days.percent(point.date)),
        shift: HTMLText(shift),
        range: low - high > 0.5
          ? .init(stroke: HTMLText("s\(colour)"), top: HTMLText(high), bottom: HTMLText(low)) : nil,
        style: HTMLText("f\(colour)"), shape: HTMLText(Shape.of(series: point.series)), y: HTMLText(low),
        open: point.high == nil ? .init(arrow: HTMLText(Shape.arrow)) : nil)
    }
    let floor = Self.plotTop + Self.plotHeight
    let frame = ChartView(
      target: HTMLText(Anchor.name(section + "-" + chart.id)), caption: HTMLText(chart.title),
      legend: chart.series.isEmpty ? nil : legend(chart.series, shape: Shape.of(series:)),
      alternative: HTMLText(chart.alternative), height: HTMLText(floor + 24), floor: HTMLText(floor),
      base: HTMLText(floor + 18),
      unit: HTMLText(
        ([chart.unit, plainWord("html.timeline-key")] + (scale.isLogarithmic ? [plainWord("html.logarithmic")] : []))
          .joined(separator: " · ")))
    return TimelineView(
      frame: frame,
      levels: scale.ticks.map { .init(y: HTMLText(height($0)), label: HTMLText(wording.number(Int($0)))) },
      days: days.ticks.map {
        TickView(at: HTMLText($0.percent), anchor: HTMLText($0.anchor), label: HTMLText($0.label))
      }, marks: marks)
  }
}

/// Days from left to right.
struct DayScale {
  private let first: Int
  private let last: Int
  /// The points keep so far from the edges, in percent.
  private static let margin = 8.0

  /// Takes in days, months and years of ISO 8601; what is none of them stands at the first.
  init(_ dates: [String]) {
    let days = dates.compactMap(Self.day)
    first = days.min() ?? 0
    last = days.max() ?? 0
  }

  /// Where a day stands.
  func percent(_ date: String) -> Double {
    guard last > first else { return 50 }
    let day = Self.day(date) ?? first
    return Self.margin + Double(day - first) / Double(last - first) * (100 - 2 * Self.margin)
  }

  /// The first, the middle and the last day.
  var ticks: [(percent: Double, anchor: String, label: String)] {
    guard let start = CivilDate(dayNumber: first), let end = CivilDate(dayNumber: last), first != 0 || last != 0 else {
      return []
    }
    guard last > first else { return [(50, "middle", start.description)] }
    let middle = CivilDate(dayNumber: (first + last) / 2)
    let middles = last - first > 1 ? [middle].compactMap { $0 } : []
    return [(percent(start.description), "start", start.description)]
      + middles.map { (percent($0.description), "middle", $0.description) }
      + [(percent(end.description), "end", end.description)]
  }

  /// The day of a date; the first of a month or a year.
  static func day(_ date: String) -> Int? {
    let day = String(date.prefix(10))
    let whole = day.utf8.count == 4 ? day + "-01-01" : day.utf8.count == 7 ? day + "-01" : day
    return CivilDate(iso: whole)?.dayNumber
  }
}

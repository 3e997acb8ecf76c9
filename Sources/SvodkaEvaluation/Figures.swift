/// Numbers of an evaluation as text.
enum Figures {
  /// Three digits behind the point; "–" for what is not defined.
  static func share(_ value: Double?) -> String {
    guard let value else { return "–" }
    let thousandths = Int((abs(value) * 1000).rounded())
    let digits = String(thousandths % 1000)
    return (value < 0 && thousandths > 0 ? "−" : "") + "\(thousandths / 1000)."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// `0.812–0.913`; "–" for what is not defined.
  static func interval(_ range: ClosedRange<Double>?) -> String {
    range.map { share($0.lowerBound) + " … " + share($0.upperBound) } ?? "–"
  }
}

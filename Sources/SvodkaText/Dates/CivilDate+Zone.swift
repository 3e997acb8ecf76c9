import CSvodkaICU
public import SvodkaKit

extension CivilDate {
  /// The day that a moment falls on in a time zone: what «сегодня» is to the readers of a dispatch.
  ///
  /// - Parameters:
  ///   - seconds: The moment, in seconds since 1970-01-01, 00:00 UTC.
  ///   - zone: A zone of the IANA database such as `Europe/Moscow`, or an offset such as `GMT+3`.
  /// - Throws: `A106` when ICU knows no such zone, or the day lies beyond the years 1 to 9999.
  public init(secondsSince1970 seconds: Int, zone: String) throws(AnalysisError) {
    var offset: Int32 = 0
    let status = svodka_zone_offset(zone, Double(seconds) * 1000, &offset)
    guard status == 0 else {
      throw AnalysisError(.textEngine, "ICU knows no time zone '\(zone)': use a name such as Europe/Moscow")
    }
    let (local, overflow) = seconds.addingReportingOverflow(Int(offset) / 1000)
    let number = local >= 0 ? local / 86_400 : -((86_399 - max(local, -1 << 60)) / 86_400)
    guard !overflow, abs(number) < 10_000_000, let day = CivilDate(dayNumber: number) else {
      throw AnalysisError(.textEngine, "the moment \(seconds) lies beyond the years 1 to 9999")
    }
    self = day
  }
}

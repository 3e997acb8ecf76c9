extension ReportValue: Codable {
  private enum Key: String, CodingKey {
    case type, value, all, distinct, digits, low, high, from, to, estimate, name
  }

  private enum Kind: String, Codable {
    case empty, text, integer, count, number, estimate, range, date, period, name, document
  }

  /// Writes `{"type": "count", "all": 3, "distinct": 2}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    func put(_ kind: Kind) throws { try container.encode(kind.rawValue, forKey: .type) }
    switch self {
    case .empty: try put(.empty)
    case .text(let text):
      try put(.text)
      try container.encode(text, forKey: .value)
    case .integer(let number):
      try put(.integer)
      try container.encode(number, forKey: .value)
    case .count(let all, let distinct):
      try put(.count)
      try container.encode(all, forKey: .all)
      try container.encode(distinct, forKey: .distinct)
    case .number(let number, let digits):
      try put(.number)
      try container.encode(number, forKey: .value)
      try container.encode(digits, forKey: .digits)
    case .estimate(let estimate):
      try put(.estimate)
      try container.encode(estimate, forKey: .estimate)
    case .range(let low, let high):
      try put(.range)
      try container.encodeIfPresent(low, forKey: .low)
      try container.encodeIfPresent(high, forKey: .high)
    case .date(let date):
      try put(.date)
      try container.encode(date, forKey: .value)
    case .period(let from, let to):
      try put(.period)
      try container.encode(from, forKey: .from)
      try container.encode(to, forKey: .to)
    case .name(let name):
      try put(.name)
      try container.encode(name, forKey: .name)
    case .document(let id):
      try put(.document)
      try container.encode(id, forKey: .value)
    }
  }

  /// Reads what `encode(to:)` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.decode(Kind.self, forKey: .type) {
    case .empty: self = .empty
    case .text: self = .text(try container.decode(String.self, forKey: .value))
    case .integer: self = .integer(try container.decode(Int.self, forKey: .value))
    case .count:
      self = .count(
        all: try container.decode(Int.self, forKey: .all), distinct: try container.decode(Int.self, forKey: .distinct))
    case .number:
      self = .number(
        try container.decode(Double.self, forKey: .value), digits: try container.decode(Int.self, forKey: .digits))
    case .estimate: self = .estimate(try container.decode(ReportEstimate.self, forKey: .estimate))
    case .range:
      self = .range(
        low: try container.decodeIfPresent(Int.self, forKey: .low),
        high: try container.decodeIfPresent(Int.self, forKey: .high))
    case .date: self = .date(try container.decode(String.self, forKey: .value))
    case .period:
      self = .period(
        from: try container.decode(String.self, forKey: .from), to: try container.decode(String.self, forKey: .to))
    case .name: self = .name(try container.decode(ReportName.self, forKey: .name))
    case .document: self = .document(try container.decode(String.self, forKey: .value))
    }
  }
}

extension ReportBlock: Codable {
  private enum Key: String, CodingKey { case statement, table, counts, bars, timeline, matrix }

  /// Writes `{"table": {…}}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .statement(let value): try container.encode(value, forKey: .statement)
    case .table(let value): try container.encode(value, forKey: .table)
    case .counts(let value): try container.encode(value, forKey: .counts)
    case .bars(let value): try container.encode(value, forKey: .bars)
    case .timeline(let value): try container.encode(value, forKey: .timeline)
    case .matrix(let value): try container.encode(value, forKey: .matrix)
    }
  }

  /// Reads what `encode(to:)` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard let key = container.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "expected a statement, a table or a chart"))
    }
    switch key {
    case .statement: self = .statement(try container.decode(ReportStatement.self, forKey: key))
    case .table: self = .table(try container.decode(ReportTable.self, forKey: key))
    case .counts: self = .counts(try container.decode(ReportCounts.self, forKey: key))
    case .bars: self = .bars(try container.decode(ReportBars.self, forKey: key))
    case .timeline: self = .timeline(try container.decode(ReportTimeline.self, forKey: key))
    case .matrix: self = .matrix(try container.decode(ReportMatrix.self, forKey: key))
    }
  }
}

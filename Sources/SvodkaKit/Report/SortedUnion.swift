/// Unions of sorted arrays, of which summaries are made: linear, and the same whichever side comes first.
public enum SortedUnion {
  /// All elements of two sorted arrays, in order. Two elements, one of each, become one where they are equal or `joined` gives one.
  public static func of<Element: Comparable>(
    _ a: [Element], _ b: [Element], joined: (Element, Element) -> Element? = { $0 == $1 ? $0 : nil }
  ) -> [Element] {
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    // Parts of a run often lie one behind the other.
    if let last = a.last, let first = b.first, joined(last, first) == nil {
      if last < first { return a + b }
      if let end = b.last, let start = a.first, end < start, joined(start, end) == nil { return b + a }
    }
    var union: [Element] = []
    union.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count && j < b.count {
      if let one = joined(a[i], b[j]) {
        union.append(one)
        i += 1
        j += 1
      } else if a[i] < b[j] {
        union.append(a[i])
        i += 1
      } else {
        union.append(b[j])
        j += 1
      }
    }
    return union + a[i...] + b[j...]
  }
}

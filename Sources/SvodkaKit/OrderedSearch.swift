extension RandomAccessCollection {
  /// The first place from which on a condition holds, in a collection where it holds from some place on.
  ///
  /// - Complexity: O(log *n*).
  @inlinable package func firstPlace(where hasBegun: (Element) -> Bool) -> Index {
    var (low, length) = (startIndex, count)
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if hasBegun(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}

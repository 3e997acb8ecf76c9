extension DocumentText {
  /// The line that holds a place, cut at blanks where it reaches further than `reach` bytes on a side: what is quoted where the
  /// sentence is not known.
  public func surroundings(of place: TextSpan, reach: Int = 160) -> TextSpan {
    var start = place.start
    var blank = start
    while start > 0, bytes[start - 1] != 0x0A {
      if place.start - start >= reach {
        start = blank
        break
      }
      start -= 1
      if bytes[start] == 0x20 { blank = start + 1 }
    }
    var end = place.end
    blank = end
    while end < bytes.count, bytes[end] != 0x0A {
      if end - place.end >= reach {
        end = blank
        break
      }
      if bytes[end] == 0x20 { blank = end }
      end += 1
    }
    return trimmed(TextSpan(start, end))
  }
}

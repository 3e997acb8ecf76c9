// What the templates are filled with: a value for each `{{{name}}}`, so that the page's structure stands in the templates alone.
// A section of a template looks for a name in the values around it when its own has none; no two nested values share a name
// that may be nil.

struct PageView {
  let language: HTMLText
  let title: HTMLText
  let policy: HTMLText
  let sheet: HTMLText
  let script: HTMLText
  let words: WordsView
  let headlines: StatementsView?
  let overview: [BlockView]
  let sections: [SectionView]
  let hasEvidence: Bool
  let evidence: [EvidenceView]
  let provenance: [FactView]
}

struct WordsView {
  let theme: HTMLText
  let contents: HTMLText
  let overview: HTMLText
  let evidence: HTMLText
  let provenance: HTMLText
  let close: HTMLText
  let document: HTMLText
}

struct FactView {
  let label: HTMLText
  let value: HTMLText
}

struct SectionView {
  let anchor: HTMLText
  let heading: HTMLText
  let blocks: [BlockView]
}

/// One of several.
struct BlockView {
  var statement: StatementsView?
  var table: TableView?
  var bars: BarsView?
  var timeline: TimelineView?
  var matrix: MatrixView?
}

struct StatementsView {
  let items: [Item]
  struct Item {
    let text: HTMLText
    let flags: [HTMLText]
    let links: [LinkView]
  }
}

/// A link that opens sentences.
struct LinkView {
  let first: HTMLText
  let ids: HTMLText
  let about: HTMLText
  let shown: HTMLText
}

struct TableView {
  let name: HTMLText
  let target: HTMLText?
  let caption: HTMLText?
  let sorts: Bool
  let columns: [Column]
  let rows: [Row]
  let more: HTMLText?
  let notes: [HTMLText]

  struct Column {
    let isNumber: Bool
    let hint: HTMLText?
    let heading: HTMLText
  }
  struct Row {
    let cells: [Cell]
  }
  struct Cell {
    let isHeading: Bool
    let style: HTMLText?
    let sortValue: HTMLText?
    let hint: HTMLText?
    let plain: HTMLText?
    let between: HTMLText?
    let links: [LinkView]
    let without: Without?
    let flags: [HTMLText]
  }
  /// What a cell says without near-duplicates.
  struct Without {
    let said: HTMLText
    let tip: HTMLText
  }
}

struct KeyView {
  let entries: [Entry]
  struct Entry {
    let style: HTMLText
    let shape: HTMLText
    let label: HTMLText
  }
}

/// What every chart has around it.
struct ChartView {
  let target: HTMLText
  let caption: HTMLText
  let legend: KeyView?
  let alternative: HTMLText
  let height: HTMLText
  let floor: HTMLText
  let base: HTMLText
  let unit: HTMLText
}

struct BarsView {
  let frame: ChartView
  let ticks: [TickView]
  let labels: [Label]
  let marks: [Mark]

  struct Label {
    let y: HTMLText
    let text: HTMLText
    let whole: HTMLText?
  }
  struct Mark {
    let link: LinkView?
    let about: HTMLText
    let style: HTMLText
    let y: HTMLText
    let width: HTMLText
    let whisker: Whisker?
    /// Where the bar would end without near-duplicates.
    let distinct: HTMLText?
    let distinctTop: HTMLText
    let distinctBottom: HTMLText
    let end: HTMLText
    let baseline: HTMLText
    let shown: HTMLText
  }
  struct Whisker {
    let low: HTMLText
    let high: HTMLText
    let middle: HTMLText
  }
}

struct TickView {
  let at: HTMLText
  let anchor: HTMLText
  let label: HTMLText
}

struct TimelineView {
  let frame: ChartView
  let levels: [Level]
  let days: [TickView]
  let marks: [Mark]

  struct Level {
    let y: HTMLText
    let label: HTMLText
  }
  struct Mark {
    let link: LinkView?
    let about: HTMLText
    let at: HTMLText
    let shift: HTMLText
    let range: Range?
    let style: HTMLText
    let shape: HTMLText
    let y: HTMLText
    let open: Open?
  }
  struct Range {
    let stroke: HTMLText
    let top: HTMLText
    let bottom: HTMLText
  }
  struct Open {
    let arrow: HTMLText
  }
}

struct MatrixView {
  let name: HTMLText
  let target: HTMLText
  let headings: [HTMLText]
  let rows: [Row]
  let notes: [HTMLText]

  struct Row {
    let heading: HTMLText
    let hint: HTMLText?
    let flags: [HTMLText]
    let cells: [Cell]
  }
  struct Cell {
    let entries: [Entry]
    let chart: Chart?
  }
  struct Entry {
    let link: LinkView?
    let plain: HTMLText?
    let flags: [HTMLText]
  }
  struct Chart {
    let alternative: HTMLText
    let parts: [Part]
  }
  struct Part {
    let style: HTMLText
    let x: HTMLText
    let width: HTMLText
  }
}

struct EvidenceView {
  let anchor: HTMLText
  let quoteLanguage: HTMLText?
  let segments: [Segment]
  let legend: KeyView?
  let origin: HTMLText?
  let address: HTMLText?

  struct Segment {
    let text: HTMLText
    let lanes: [HTMLText]
  }
}

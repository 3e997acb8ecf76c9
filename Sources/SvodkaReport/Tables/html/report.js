(() => {
  "use strict";
  const root = document.documentElement;
  const collator = new Intl.Collator(root.lang, { numeric: true, sensitivity: "base" });

  // The columns sort by the value a cell carries, and by its text where it carries none.
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value);
  };
  const compare = (a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a === "number") return -1;
    if (typeof b === "number") return 1;
    return collator.compare(a, b);
  };
  for (const heading of document.querySelectorAll("table.sorts thead th")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const table = heading.closest("table");
      const column = heading.cellIndex;
      const first = heading.classList.contains("num") ? "descending" : "ascending";
      const order = heading.getAttribute("aria-sort") === first
        ? (first === "ascending" ? "descending" : "ascending") : first;
      for (const other of heading.parentNode.cells) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", order);
      const sign = order === "ascending" ? 1 : -1;
      const rows = [...table.tBodies[0].rows];
      rows.sort((a, b) => {
        const [x, y] = [value(a, column), value(b, column)];
        // Empty cells stay last whichever way the column is sorted.
        if (x === "" || y === "") return (x === "") - (y === "");
        return sign * compare(x, y);
      });
      table.tBodies[0].append(...rows);
    });
  }

  // Long tables are folded; printed they are whole.
  for (const table of document.querySelectorAll("table.sorts")) {
    const more = table.parentNode.nextElementSibling;
    if (!more || !more.classList.contains("more")) continue;
    table.classList.add("folded");
    more.hidden = false;
    more.querySelector("button").addEventListener("click", () => {
      table.classList.remove("folded");
      more.remove();
    });
  }

  // A figure opens the sentences it rests on; without a script its link leads to the first of them.
  const dialog = document.getElementById("panel");
  if (dialog && dialog.showModal) {
    const title = dialog.querySelector("h2");
    const list = dialog.querySelector(".evidence");
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-evidence]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const items = [];
      for (const id of link.dataset.evidence.split(" ")) {
        const original = document.getElementById(id);
        if (!original) continue;
        const copy = original.cloneNode(true);
        copy.removeAttribute("id");
        items.push(copy);
      }
      title.textContent = link.dataset.title || "";
      list.replaceChildren(...items);
      dialog.showModal();
      dialog.scrollTop = 0;
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.querySelector("button").addEventListener("click", () => dialog.close());
  }

  const theme = document.getElementById("theme");
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
})();

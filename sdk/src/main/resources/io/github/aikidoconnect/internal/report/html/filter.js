"use strict";
(() => {
  const filter = document.getElementById("filter");
  const words = document.getElementById("words");
  const result = document.getElementById("result");
  const shown = document.getElementById("shown");
  const rows = Array.from(document.querySelectorAll("#rows tbody tr"), (row) => ({
    row,
    text: row.textContent.toLowerCase(),
  }));
  // What is seen at a glance needs no filter.
  if (rows.length <= 10) {
    return;
  }
  const number = new Intl.NumberFormat("en");
  const apply = () => {
    const wanted = words.value.toLowerCase().split(/\s+/);
    const kind = result ? result.value : "";
    let count = 0;
    for (const { row, text } of rows) {
      const fits = (!kind || row.dataset.result === kind) && wanted.every((word) => text.includes(word));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    shown.textContent = number.format(count) + " of " + number.format(rows.length) + " shown";
  };
  words.addEventListener("input", apply);
  if (result) {
    result.addEventListener("change", apply);
  }
  filter.hidden = false;
  apply();
})();

// Bộ lọc của bảng theo dõi. Lựa chọn nằm ở phần sau dấu # của địa chỉ nên đánh dấu trang được.
"use strict";
{
  const form = document.getElementById("bo-loc");
  const status = form.querySelector("[role=status]");
  const selects = Array.from(form.querySelectorAll("select"));

  const parse = (text) =>
    text.split("; ").map((topic) => new Map(topic.split(" ").map((choice) => choice.split("="))));

  // Nội dung của ô được bọc lại để ẩn được mà ô vẫn giữ chỗ trong cột.
  const value = (cell) => {
    const content = document.createElement("span");
    content.append(...cell.childNodes);
    cell.append(content);
    return { cell, content, column: cell.cellIndex, topics: parse(cell.dataset.topics) };
  };

  const line = (row) => ({
    row,
    topics: row.dataset.topics ? parse(row.dataset.topics) : null,
    values: Array.from(row.cells).filter((cell) => cell.dataset.topics).map(value),
  });

  const nothing = (region) => {
    const paragraph = document.createElement("p");
    paragraph.className = "nothing";
    paragraph.textContent = form.dataset.none;
    paragraph.hidden = true;
    region.after(paragraph);
    return paragraph;
  };

  const tables = Array.from(document.querySelectorAll("table"))
    .filter((table) => table.querySelector("[data-topics]"))
    .map((table) => {
      const region = table.closest(".table");
      const lines = Array.from(table.tBodies[0].rows).map(line);
      return { table, region, lines, nothing: nothing(region) };
    });

  const chosen = () => selects.filter((select) => select.value);

  const matches = (topics) =>
    topics.some((topic) =>
      chosen().every((select) => [undefined, select.value].includes(topic.get(select.name))));

  const showColumns = (table, values) => {
    const shown = new Map();
    for (const { column, content } of values) {
      shown.set(column, shown.get(column) || !content.hidden);
    }
    for (const row of table.rows) {
      for (const [column, isShown] of shown) row.cells[column].hidden = !isShown;
    }
  };

  const showLine = ({ row, topics, values }) => {
    for (const { cell, content, topics } of values) {
      content.hidden = !matches(topics);
      cell.toggleAttribute("data-out", content.hidden);
    }
    const isAbout = topics ? matches(topics) : true;
    const hasValue = values.length ? values.some(({ content }) => !content.hidden) : true;
    row.hidden = ![isAbout, hasValue].every(Boolean);
  };

  const apply = () => {
    let shown = 0;
    let count = 0;
    for (const { table, region, lines, nothing } of tables) {
      lines.forEach(showLine);
      showColumns(table, lines.flatMap(({ values }) => values));
      const left = lines.filter(({ row }) => !row.hidden).length;
      region.hidden = left === 0;
      nothing.hidden = left !== 0;
      shown += left;
      count += lines.length;
    }
    const text = chosen().length ? form.dataset.some : form.dataset.all;
    status.textContent = text.replace("{shown}", shown).replace("{count}", count);
  };

  const save = () => {
    const fragment = chosen().map((select) => `${select.name}=${select.value}`).join("+");
    history.replaceState(null, "", `#${fragment}`);
  };

  const load = () => {
    const saved = new Map(location.hash.slice(1).split("+").map((part) => part.split("=")));
    for (const select of selects) {
      const wanted = saved.get(select.name);
      const isOffered = Array.from(select.options).some((option) => option.value === wanted);
      select.value = isOffered ? wanted : "";
    }
    apply();
  };

  // Một liên kết trong trang dẫn đến dòng đang ẩn thì bỏ lọc để dòng ấy hiện ra.
  const follow = () => {
    if (location.hash.includes("=")) return load();
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest("[hidden]")) return;
    for (const select of selects) select.value = "";
    apply();
    target.scrollIntoView();
  };

  form.addEventListener("change", () => { apply(); save(); });
  form.addEventListener("reset", () => setTimeout(() => { apply(); save(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  form.hidden = false;
  load();
}

// Makes data tables sortable, filterable and copyable. Everything on the page
// is readable without it.
(function () {
  "use strict";
  var words = {};
  try { words = JSON.parse(document.getElementById("kata").textContent); } catch (e) { return; }
  function say(key, a, b) { return (words[key] || "").replace("{0}", a).replace("{1}", b); }
  function rowsOf(table) { return Array.prototype.slice.call(table.tBodies[0].rows); }
  function keyOf(row, i) {
    var c = row.cells[i];
    return c ? (c.getAttribute("data-v") || "") : "";
  }
  function textOf(row, i) { return row.cells[i] ? row.cells[i].textContent.trim() : ""; }

  // Cells without a value stay last in both directions.
  function compare(i, numeric, sign) {
    return function (a, b) {
      var x = keyOf(a, i), y = keyOf(b, i);
      if (numeric) {
        if (x === "" || y === "") { return x === y ? 0 : x === "" ? 1 : -1; }
        return sign * (Number(x) - Number(y));
      }
      x = x || textOf(a, i); y = y || textOf(b, i);
      return sign * x.localeCompare(y, document.documentElement.lang, { numeric: true });
    };
  }

  function sortable(table) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (th, i) {
      var button = document.createElement("button");
      button.type = "button"; button.className = "sort"; button.title = say("sort");
      while (th.firstChild) { button.appendChild(th.firstChild); }
      th.appendChild(button);
      button.addEventListener("click", function () {
        var down = th.getAttribute("aria-sort") === "ascending";
        heads.forEach(function (h) { h.removeAttribute("aria-sort"); });
        th.setAttribute("aria-sort", down ? "descending" : "ascending");
        var rows = rowsOf(table).sort(compare(i, th.classList.contains("r"), down ? -1 : 1));
        rows.forEach(function (r) { table.tBodies[0].appendChild(r); });
      });
    });
  }

  function quote(text) {
    if (/^[=+\-@\t\r]/.test(text) && !/^[+\-]?[\d.,]+%?$/.test(text)) { text = "'" + text; }
    return /[";\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }
  function csv(table) {
    return Array.prototype.slice.call(table.rows).filter(function (r) { return !r.hidden; }).map(function (r) {
      return Array.prototype.slice.call(r.cells).map(function (c) { return quote(c.textContent.trim()); }).join(";");
    }).join("\r\n") + "\r\n";
  }

  // navigator.clipboard does not exist on file:// pages everywhere.
  function copy(text, done) {
    function plain() {
      var area = document.createElement("textarea");
      area.value = text; area.className = "offscreen";
      document.body.appendChild(area); area.select();
      try { if (document.execCommand("copy")) { done(); } } finally { area.remove(); }
    }
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text).then(done, plain);
    } else { plain(); }
  }

  function tools(table) {
    var bar = document.createElement("div");
    bar.className = "tools";
    if (rowsOf(table).length > 8) {
      var label = document.createElement("label"), input = document.createElement("input"), count = document.createElement("span");
      label.textContent = say("filter") + " ";
      input.type = "search"; count.setAttribute("role", "status"); count.className = "dim";
      label.appendChild(input); bar.appendChild(label); bar.appendChild(count);
      input.addEventListener("input", function () {
        var want = input.value.toLowerCase(), shown = 0, rows = rowsOf(table);
        rows.forEach(function (r) {
          r.hidden = r.textContent.toLowerCase().indexOf(want) < 0;
          if (!r.hidden) { shown++; }
        });
        if (table.tFoot) { table.tFoot.hidden = want !== ""; }
        count.textContent = want === "" ? "" : say("rows", shown, rows.length);
      });
    }
    var button = document.createElement("button");
    button.type = "button"; button.textContent = say("copy");
    button.addEventListener("click", function () {
      copy(csv(table), function () {
        button.textContent = say("copied");
        setTimeout(function () { button.textContent = say("copy"); }, 1500);
      });
    });
    bar.appendChild(button);
    table.parentNode.parentNode.insertBefore(bar, table.parentNode);
  }

  Array.prototype.slice.call(document.querySelectorAll("table.data")).forEach(function (table) {
    if (rowsOf(table).length > 2) { sortable(table); }
    tools(table);
  });

  // A link into a closed fold opens it.
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1)), at = id && document.getElementById(id);
    for (; at; at = at.parentElement) { if (at.tagName === "DETAILS") { at.open = true; } }
  }
  window.addEventListener("hashchange", reveal); reveal();
})();

// Brings static charts alive: over each <figure data-chart> with an option
// beside it, ECharts draws the same figure with tooltips. The static drawing
// stays for print and wherever scripts do not run.
(function () {
  'use strict';
  var charts = [];
  function colours(value, style) {
    if (typeof value === 'string') {
      var m = /^var\((--[a-z0-9-]+)\)$/.exec(value);
      return m ? style.getPropertyValue(m[1]).trim() || '#444444' : value;
    }
    if (Array.isArray(value)) return value.map(function (v) { return colours(v, style); });
    if (value && typeof value === 'object') {
      var out = {};
      Object.keys(value).forEach(function (k) { out[k] = colours(value[k], style); });
      return out;
    }
    return value;
  }
  function tip(params) {
    var list = Array.isArray(params) ? params : [params];
    var box = document.createElement('div');
    list.forEach(function (p, i) {
      if (!p || !p.data || !p.data.tip) return;
      var line = document.createElement('div');
      line.textContent = p.data.tip;
      box.appendChild(line);
    });
    return box.childNodes.length ? box : '';
  }
  function numbers(o) {
    [].concat(o.xAxis || [], o.yAxis || []).forEach(function (a) {
      var l = a.axisLabel && a.axisLabel.numbers;
      if (l) a.axisLabel.formatter = function (v) {
        var p = String(Math.round(v * 1e6) / 1e6).split('.');
        p[0] = p[0].replace(/\B(?=(\d{3})+$)/g, l === 'en' ? ',' : '.');
        return p.join(l === 'en' ? '.' : ',');
      };
    });
    return o;
  }
  function start(figure) {
    var source = document.getElementById('opt-' + figure.getAttribute('data-chart'));
    var still = figure.querySelector('svg');
    if (!source || !still || figure.hasAttribute('data-live')) return;
    var option;
    try { option = JSON.parse(source.textContent); } catch (e) { return; }
    var box = document.createElement('div');
    var ratio = still.viewBox.baseVal.height / still.viewBox.baseVal.width;
    var width = figure.clientWidth || 680;
    box.className = 'live';
    box.style.width = '100%';
    var height = Math.max(220, Math.round(Math.max(width, 420) * ratio));
    // Rows with names need their height however narrow the page is.
    var rows = [].concat(option.yAxis || []).some(function (y) { return y.type === 'category'; });
    box.style.height = (rows ? Math.max(height, still.viewBox.baseVal.height) : height) + 'px';
    box.setAttribute('aria-hidden', 'true');
    figure.appendChild(box);
    var chart = echarts.init(box, null, {renderer: 'svg'});
    function paint() {
      var o = colours(option, getComputedStyle(document.documentElement));
      o.tooltip = Object.assign({}, o.tooltip, {formatter: tip, confine: true});
      chart.setOption(numbers(o), true);
    }
    paint();
    still.style.display = 'none';
    figure.setAttribute('data-live', '');
    charts.push({chart: chart, box: box, still: still, paint: paint});
  }
  function print(on) {
    charts.forEach(function (c) {
      c.still.style.display = on ? '' : 'none';
      c.box.style.display = on ? 'none' : '';
    });
  }
  var figures = document.querySelectorAll('figure[data-chart]');
  if ('IntersectionObserver' in window) {
    var seen = new IntersectionObserver(function (entries) {
      entries.forEach(function (e) {
        if (e.isIntersecting) { seen.unobserve(e.target); start(e.target); }
      });
    }, {rootMargin: '200px'});
    figures.forEach(function (f) { seen.observe(f); });
  } else {
    figures.forEach(start);
  }
  var timer;
  window.addEventListener('resize', function () {
    clearTimeout(timer);
    timer = setTimeout(function () { charts.forEach(function (c) { c.chart.resize(); }); }, 120);
  });
  window.addEventListener('beforeprint', function () { print(true); });
  window.addEventListener('afterprint', function () { print(false); });
  if (window.matchMedia) {
    var dark = window.matchMedia('(prefers-color-scheme: dark)');
    if (dark.addEventListener) dark.addEventListener('change', function () { charts.forEach(function (c) { c.paint(); }); });
  }
})();

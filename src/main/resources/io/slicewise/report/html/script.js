'use strict';
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const korean = document.documentElement.lang === 'ko';

  // Rounding as in the product: half up on 14 meaningful digits, so that 0.805 shows as 80.5.
  const units = (value, decimals) => {
    const [whole, fraction = ''] = Math.abs(value).toPrecision(14).split('.');
    if (whole.includes('e') || fraction.includes('e')) return 0;
    const digits = fraction.padEnd(decimals + 1, '0');
    const cut = Number(whole + digits.slice(0, decimals)) + (digits[decimals] >= '5' ? 1 : 0);
    return value < 0 ? -cut : cut;
  };
  const tenths = ratio => units(ratio * 100, 1);
  const fixed = number => (number / 10).toFixed(1).replace('-', '−');
  const percent = number => fixed(number) + '%';
  const points = number => (number > 0 ? '+' : '') + fixed(number) + (korean ? '%p' : '\u00a0pp');

  // Whole percent that add up to 100: what is in use and what is not allocated keep theirs, what is idle takes the rest.
  const hundred = (inUse, unallocated) => {
    const use = units(inUse * 100, 0);
    const free = units(unallocated * 100, 0);
    return use + free > 100 ? [use, 0, 100 - use] : [use, 100 - use - free, free];
  };

  const panel = find('#whatif');
  if (panel) {
    const sliders = all('input[type=range]', panel);
    const given = name => Number(panel.dataset[name]);
    const loads = sliders.map(slider => Number(slider.dataset.load));
    const begin = loads.slice();
    const spans = (id, from, to) => {
      const bar = find(id + ' i', panel);
      bar.style.left = 100 * Math.min(from, to) + '%';
      bar.style.width = 100 * Math.abs(to - from) + '%';
    };
    const say = (id, words) => {
      find(id, panel).textContent = words;
    };
    const show = () => {
      let count = given('restCount');
      let load = given('restLoad');
      let weight = given('restWeight');
      let weighted = given('restWeighted');
      sliders.forEach((slider, i) => {
        const own = Number(slider.dataset.weight);
        count++;
        load += loads[i];
        weight += own;
        weighted += own * loads[i];
        find('output', slider.parentElement).textContent = percent(tenths(loads[i]));
      });
      const s = load / count;
      const w = weighted / weight;
      const g = (weighted * (given('allocated') / weight)) / given('total');
      const a = given('allocated') / given('total');
      const [average, mean, whole] = [s, w, g].map(tenths);
      say('#wi-s', percent(average));
      say('#wi-w', percent(mean));
      say('#wi-g', percent(whole));
      say('#wi-bs b', percent(average));
      say('#wi-bw b', percent(mean));
      say('#wi-bg b', percent(whole));
      say('#wi-gap b', points(mean - average));
      say('#wi-cost b', points(whole - mean));
      spans('#wi-bs', 0, s);
      spans('#wi-gap', s, w);
      spans('#wi-bw', 0, w);
      spans('#wi-cost', w, g);
      spans('#wi-bg', 0, g);
      const parts = [g, Math.max(0, a - g), Math.max(0, 1 - Math.min(1, a))];
      hundred(parts[0], parts[2]).forEach((part, i) => {
        find('#wi-p' + i, panel).style.flexGrow = parts[i];
        say('#wi-t' + i, part + '%');
      });
    };
    sliders.forEach((slider, i) => {
      slider.addEventListener('input', () => {
        loads[i] = Number(slider.value) / 100;
        show();
      });
    });
    find('button', panel).addEventListener('click', () => {
      sliders.forEach((slider, i) => {
        loads[i] = begin[i];
        slider.value = 100 * begin[i];
      });
      show();
    });
    // #whatif=1:50,3:0 opens with the first slider at 50 % and the third at 0 %
    const moved = /^#whatif=([\d.:,]+)$/.exec(location.hash);
    if (moved) {
      for (const one of moved[1].split(',')) {
        const [number, value] = one.split(':').map(Number);
        if (sliders[number - 1] && value >= 0 && value <= 100) {
          sliders[number - 1].value = value;
          loads[number - 1] = value / 100;
        }
      }
    }
    panel.hidden = false;
    all('[data-needs=whatif]').forEach(link => { link.hidden = false; });
    show();
  }

  // Tables sort by a press on a heading, numbers as numbers, and the long ones filter.
  const number = text => {
    const plain = text.replace(/[\s,%]|pp|p$/g, '').replace('−', '-');
    return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
  };
  all('main .scroll table').forEach(table => {
    const body = find('tbody', table);
    const rows = [...body.rows];
    if (rows.length < 3) return;
    const heads = all('thead th', table);
    heads.forEach(head => {
      if (!head.textContent.trim()) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const column = head.cellIndex;
        const up = head.getAttribute('aria-sort') === 'descending';
        heads.forEach(other => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
        const cell = row => row.cells[column].textContent.trim();
        rows.sort((a, b) => {
          const x = number(cell(a));
          const y = number(cell(b));
          if ((x === null) !== (y === null)) return x === null ? 1 : -1;
          const less = x === null ? cell(b).localeCompare(cell(a), undefined, { numeric: true }) : y - x;
          return up ? -less : less;
        });
        body.append(...rows);
      });
    });
    if (rows.length > 12) {
      const label = document.createElement('label');
      label.className = 'filter';
      const input = document.createElement('input');
      input.type = 'search';
      label.append(document.body.dataset.filter + ' ', input);
      table.parentElement.before(label);
      input.addEventListener('input', () => {
        const wanted = input.value.trim().toLowerCase();
        rows.forEach(row => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
      });
    }
  });

  // What is folded is open on paper, and where a link leads to it.
  const folded = all('details.section');
  addEventListener('beforeprint', () => folded.forEach(part => { part.open = true; }));
  const follow = () => {
    const target = /^#s\d+$/.test(location.hash) && find(location.hash + ' details.section');
    if (target) target.open = true;
  };
  addEventListener('hashchange', follow);
  follow();
})();

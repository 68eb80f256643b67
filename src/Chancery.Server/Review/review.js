// Review by single keys. A decision is written into the browser's store first, shown as done, and sent from there until the server has said that it is on disk:
// neither a lost connection nor a killed server loses one, and one that is sent twice is written once, by its mark.
(() => {
  'use strict';
  const root = document.querySelector('.review');
  if (!root) return;
  const cards = root.querySelector('.cards');
  const sync = root.querySelector('.sync');
  const local = root.querySelector('.local');
  const keysOn = root.querySelector('.keys-on');
  const shelf = 'chancery-review ' + root.dataset.by;
  const decided = [];
  const seen = new Set();
  let token = root.dataset.token;
  let sending = false;
  let timer = 0;
  let pause = 500;
  let memory = [];

  const read = () => { try { return JSON.parse(localStorage.getItem(shelf) || '[]'); } catch { return memory; } };
  const write = queue => { memory = queue; try { localStorage.setItem(shelf, JSON.stringify(queue)); } catch { /* kept in memory */ } };
  const mark = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');
  const say = text => { if (sync.textContent !== text) sync.textContent = text; };
  const said = (key, ...gaps) => root.dataset[key].replace(/\{(\d)\}/g, (_, i) => gaps[i]);
  const progress = () => { const bar = root.querySelector('.done'); if (bar) bar.value = decided.length; };
  const shown = () => cards.querySelector('.card:not([hidden])');

  function show() {
    const next = shown() || [...cards.querySelectorAll('.card')].find(c => !seen.has(c.dataset.key));
    if (next) { next.hidden = false; next.querySelector('h2').focus({ preventScroll: true }); }
    root.querySelector('.all-done').hidden = !!next;
    if ([...cards.querySelectorAll('.card')].filter(c => !seen.has(c.dataset.key)).length < 12) refill();
  }

  function decide(card, fields, words) {
    const decision = { ...fields, act: mark() };
    delete decision.back;
    delete decision._token;
    write([...read(), decision]);
    const line = document.createElement('li');
    line.textContent = words + ': ' + card.dataset.title;
    line.dataset.act = decision.act;
    line.className = 'waits';
    local.prepend(line);
    root.querySelector('.none-yet')?.remove();
    decided.push({ card, act: decision.act });
    seen.add(card.dataset.key);
    card.hidden = true;
    progress();
    show();
    send();
  }

  function takeBack() {
    const last = decided.pop();
    if (!last) return say(said('nothing'));
    write([...read(), { act: mark(), answer: 'undo', of: last.act }]);
    local.querySelector(`[data-act="${last.act}"]`)?.remove();
    const now = shown();
    if (now) now.hidden = true;
    seen.delete(last.card.dataset.key);
    cards.prepend(last.card);
    progress();
    show();
    send();
  }

  async function send() {
    if (sending) return;
    const batch = read().slice(0, 50);
    if (batch.length === 0) return;
    sending = true;
    clearTimeout(timer);
    try {
      const answer = await fetch('/review/decisions', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Form-Token': token }, body: JSON.stringify(batch) });
      if (answer.status === 401) throw new Error(said('signIn'));
      if (answer.status === 403) { await refill(true); throw new Error(said('again')); }
      if (!answer.ok) throw new Error('HTTP ' + answer.status);
      for (const answered of await answer.json()) {
        const line = local.querySelector(`[data-act="${answered.act}"]`);
        if (line) { line.className = answered.message ? 'refused' : 'kept'; if (answered.message) line.textContent += ' – ' + said('refused', answered.message); }
      }
      const done = new Set(batch.map(d => d.act));
      write(read().filter(d => !done.has(d.act)));
      pause = 500;
      say(decided.length ? said('kept', decided.length) : said('earlier', batch.length));
    } catch (e) {
      say(said('waiting', read().length, e.message));
      pause = Math.min(pause * 2, 15000);
      timer = setTimeout(send, pause);
      sending = false;
      return;
    }
    sending = false;
    send();
  }

  let filling = false;
  async function refill(force) {
    if (filling || (!force && read().length > 50)) return;
    filling = true;
    try {
      const answer = await fetch(location.pathname + location.search, { headers: { Accept: 'text/html' } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      token = page.querySelector('.review')?.dataset.token || token;
      const known = new Set([...cards.querySelectorAll('.card')].map(c => c.dataset.key));
      for (const card of page.querySelectorAll('.card')) {
        if (known.has(card.dataset.key) || seen.has(card.dataset.key)) continue;
        card.hidden = true;
        cards.append(document.adoptNode(card));
      }
      if (!shown()) {
        const next = [...cards.querySelectorAll('.card')].find(c => !seen.has(c.dataset.key));
        if (next) { next.hidden = false; next.querySelector('h2').focus({ preventScroll: true }); }
        root.querySelector('.all-done').hidden = !!next;
      }
    } catch { /* the next decision tries again */ } finally { filling = false; }
  }

  cards.addEventListener('submit', e => {
    const card = e.target.closest('.card');
    if (!card || !e.submitter) return;
    e.preventDefault();
    const fields = Object.fromEntries(new FormData(e.target));
    fields.answer = e.submitter.value;
    if (fields.answer !== 'correct') { delete fields.field; delete fields.value; }
    decide(card, fields, e.submitter.textContent.trim());
  });

  document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || !keysOn?.checked || e.target.matches('input:not([type=checkbox]), select, textarea')) return;
    if (e.key === 'z') { e.preventDefault(); return takeBack(); }
    const card = shown();
    if (!card) return;
    if (e.key === 'c') {
      const correct = card.querySelector('.correct');
      if (correct) { e.preventDefault(); correct.open = true; correct.querySelector('select').focus(); }
      return;
    }
    const button = [...card.querySelectorAll('button[data-key]')].find(b => b.dataset.key.split(' ').includes(e.key));
    if (button) { e.preventDefault(); button.form.requestSubmit(button); }
  });

  try { keysOn && (keysOn.checked = localStorage.getItem('chancery-keys') !== 'off'); } catch { /* as it stands */ }
  keysOn?.addEventListener('change', () => { try { localStorage.setItem('chancery-keys', keysOn.checked ? 'on' : 'off'); } catch { /* for this page only */ } });
  window.addEventListener('online', send);
  // Cards that were decided before this page was opened again, and not yet kept, are not asked twice.
  for (const d of read()) for (const card of cards.querySelectorAll('.card'))
    if (card.querySelector('[name=left]').value === d.left && (card.querySelector('[name=right]')?.value || undefined) === (d.right || undefined)) { seen.add(card.dataset.key); card.hidden = true; }
  if (read().length) { say(said('sending', read().length)); show(); send(); }
})();

// Files can be dropped anywhere on their field; without script the browser's own button does the same.
(() => {
  'use strict';
  const drop = document.querySelector('.drop');
  const input = drop?.querySelector('input[type=file]');
  if (!input) return;
  for (const name of ['dragenter', 'dragover']) drop.addEventListener(name, e => { e.preventDefault(); drop.classList.add('over'); });
  for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('over'));
  drop.addEventListener('drop', e => { e.preventDefault(); input.files = e.dataTransfer.files; });
  // A page that is read takes a moment; the button says so and is not pressed twice.
  document.querySelector('form.add').addEventListener('submit', e => { const button = e.submitter; if (button) { button.textContent = e.target.dataset.busy; button.setAttribute('aria-busy', 'true'); } });
})();

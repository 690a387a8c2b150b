// Runs in the panel that shows a page: replaces the parts that changed, and tells the extension what was picked.

/** What the editor gives a page to speak with its extension. */
interface Host {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Host;

interface Part {
  readonly id: string;
  readonly markup: string;
}

const host = acquireVsCodeApi();
const main = document.querySelector('main');
const shown = new Map<string, string>();

/** Makes the elements of a part. Its markup is escaped by the server, and the page's policy lets no script of it run. */
function toElement({ markup }: Part): Element | null {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content.firstElementChild;
}

/** What can be open, hold the focus or be chosen in a part, in order: the same places in the new one. */
const open = (part: Element): NodeListOf<HTMLDetailsElement> => part.querySelectorAll('details');
const focusable = (part: Element): HTMLElement[] => [
  ...part.querySelectorAll<HTMLElement>('button, select, summary, input'),
];

/** Puts a new part in the place of the old one: what was opened, chosen or had the focus stays so. */
function replacePart(old: Element, next: Element): void {
  const opened = [...open(old)].map((details) => details.open);
  const chosen = [...old.querySelectorAll('select')].map(({ value }) => value);
  const focused = focusable(old).findIndex((element) => element.matches(':focus'));
  open(next).forEach((details, index) => {
    details.open = opened[index] ?? false;
  });
  next.querySelectorAll('select').forEach((select, index) => {
    select.value = chosen[index] ?? select.value;
  });
  old.replaceWith(next);
  if (focused !== -1) focusable(next)[focused]?.focus({ preventScroll: true });
}

function show(parts: readonly Part[]): void {
  if (main === null) return;
  const ids = new Set(parts.map(({ id }) => `part-${id}`));
  for (const old of [...main.children]) if (!ids.has(old.id)) old.remove();
  let before: Element | null = null;
  for (const part of parts) {
    const old: Element | null = document.getElementById(`part-${part.id}`);
    const next: Element | null = shown.get(part.id) === part.markup && old !== null ? old : toElement(part);
    shown.set(part.id, part.markup);
    if (next === null) continue;
    if (old !== null && old !== next) replacePart(old, next);
    else if (old === null) {
      if (before === null) main.prepend(next);
      else before.after(next);
    }
    before = next;
  }
}

/** Reads a message of the extension; anything else is left alone. */
function receive(message: unknown): void {
  if (typeof message !== 'object' || message === null || !('kind' in message) || message.kind !== 'page')
    return;
  if ('state' in message) host.setState(message.state);
  if ('parts' in message && Array.isArray(message.parts)) show(message.parts);
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => receive(data));

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const place = target.closest<HTMLElement>('[data-uri]')?.dataset;
  if (place !== undefined) {
    host.postMessage({ kind: 'open', uri: place.uri, start: Number(place.start), end: Number(place.end) });
    return;
  }
  const picked = target.closest<SVGElement>('[data-region]')?.dataset;
  if (picked !== undefined) host.postMessage({ kind: 'pick', region: picked.region, side: picked.side });
});

document.addEventListener('submit', (event) => {
  event.preventDefault();
  const selects = event.target instanceof Element ? event.target.querySelectorAll('select') : [];
  host.postMessage({ kind: 'pick', region: selects[0]?.value, side: selects[1]?.value });
});

const state = document.body.dataset.state;
if (state !== undefined) host.setState(JSON.parse(state));

import { signOf } from './sign';
import type { View } from './view';
import type { Words } from './words';

/** The elements of a view. What people wrote goes in as text alone, and every link leads to `server`. */
export function draw(view: View, server: string, { t, language, direction }: Words): HTMLElement {
  const { kind, status, headline, name, matters, services } = view;
  const head = link('/', 'head', [
    signOf(status),
    element('span', 'headline', name ? [isolated(name), ` · ${headline}`] : [headline]),
    element('span', 'unseen', [` – ${t('page.serviceStatus')}`]),
  ]);
  const box = element('div', 'box', [head]);
  box.classList.add(kind, status);
  box.classList.toggle('stale', view.isStale);
  box.lang = language;
  box.dir = direction;
  if (kind === 'banner')
    addList(
      box,
      matters.map(({ title, word, path }) => [
        link(path, 'matter', [isolated(title)]),
        element('span', 'word', [word]),
      ]),
    );
  if (kind === 'services')
    addList(
      box,
      services.map(({ name, status, word }) => {
        const told = element('span', 'word', [word, signOf(status)]);
        told.classList.add(status);
        return [element('span', 'name', [isolated(name)]), told];
      }),
    );
  return box;

  function link(path: string, part: string, children: (Node | string)[]): HTMLElement {
    const anchor = element('a', part, children) as HTMLAnchorElement;
    const url = new URL(path, server);
    anchor.href = url.origin === server ? url.href : server;
    anchor.target = '_blank';
    anchor.rel = 'noopener';
    return anchor;
  }
}

function addList(box: HTMLElement, items: Node[][]): void {
  if (items.length === 0) return;
  const rows = items.map((children) => element('li', 'row', children));
  const list = element('ul', 'list', rows);
  // Safari forgets that a list without bullets is one.
  list.role = 'list';
  box.append(list);
}

/** A name of the other direction would else carry off the signs around it. */
function isolated(text: string): HTMLElement {
  return element('bdi', 'text', [text]);
}

/** `name`: what the style sheet and, as a part, the page's own styles know it by. */
function element(tag: string, name: string, children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = name;
  made.setAttribute('part', name);
  made.append(...children);
  return made;
}

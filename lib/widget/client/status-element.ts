import { draw } from './draw';
import type { Feed } from './feed';
import { readOptions } from './options';
import { changeWords, type View, viewOf } from './view';
import type { FindWords } from './word-store';

type Source = { feed: Feed; findWords: FindWords; server: string; sheet: CSSStyleSheet };

/** The class of `<signalbox-status>`. Nothing that goes wrong in it reaches the page it stands in. */
export function statusElement({ feed, findWords, server, sheet }: Source) {
  return class SignalboxStatus extends HTMLElement {
    static readonly observedAttributes = ['kind', 'services', 'language', 'hide-when-operational'];
    readonly #room = this.attachShadow({ mode: 'open' });
    readonly #states = this.attachInternals().states;
    /** Outside the box, so that it outlives it: a live region that is new is not read out. */
    readonly #said = document.createElement('span');
    #box: HTMLElement | null = null;
    #view: View | null = null;
    #shown = '';
    #unsubscribe: (() => void) | null = null;

    connectedCallback(): void {
      this.#room.adoptedStyleSheets = [sheet];
      this.#said.className = 'unseen';
      this.#said.setAttribute('role', 'status');
      this.#room.append(this.#said);
      this.#unsubscribe ??= feed.subscribe(() => this.#render());
      this.#render();
    }

    disconnectedCallback(): void {
      this.#unsubscribe?.();
      this.#unsubscribe = null;
    }

    attributeChangedCallback(): void {
      this.#render();
    }

    #render(): void {
      if (!this.#unsubscribe) return;
      try {
        const around = this.closest<HTMLElement>('[lang]:not([lang=""])')?.lang;
        const words = findWords(this.getAttribute('language') || around || navigator.language);
        if (words instanceof Promise) return void words.then(() => this.#render());
        const options = readOptions((name) => this.getAttribute(name));
        const view = viewOf(feed.reading, feed.isLost, options, words);
        const next = JSON.stringify([view, words.language]);
        if (next === this.#shown) return;
        this.#shown = next;
        this.#replaceBox(view.isHidden ? null : draw(view, server, words));
        this.#states.clear();
        this.#states.add(view.isHidden ? 'hidden' : view.status);
        const change = this.#view && changeWords(this.#view, view);
        if (change) this.#said.textContent = change;
        this.#view = view;
      } catch (error) {
        console.warn(error);
      }
    }

    /** Puts the new box in the old one's place, and the focus on the same link of it. */
    #replaceBox(box: HTMLElement | null): void {
      const focused = (this.#room.activeElement as HTMLAnchorElement | null)?.href;
      this.#box?.remove();
      this.#box = box;
      if (box) this.#room.prepend(box);
      if (!focused) return;
      const links = [...this.#room.querySelectorAll('a')];
      (links.find(({ href }) => href === focused) ?? links[0])?.focus({ preventScroll: true });
    }
  };
}

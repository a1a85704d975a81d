import { draw } from './draw';
import type { Feed } from './feed';
import { readOptions } from './options';
import type { Reading } from './reading';
import { changeWords, type View, viewOf } from './view';
import type { FindWords } from './word-store';

type Source = { feed: Feed; findWords: FindWords; server: string; sheet: CSSStyleSheet };

/** The class of `<signalbox-status>`. Nothing that goes wrong in it reaches the page it stands in. */
export function statusElement({ feed, findWords, server, sheet }: Source) {
  let lastSaid: { reading: Reading | null; change: string } | null = null;
  return class SignalboxStatus extends HTMLElement {
    static readonly observedAttributes = ['kind', 'services', 'language', 'hide-when-operational'];
    readonly #room = this.attachShadow({ mode: 'open' });
    /** Not known to browsers before 2024. */
    readonly #states: CustomStateSet | undefined = this.attachInternals?.().states;
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
      this.#unsubscribe ??= feed.subscribe(() => this.#render(true));
      this.#render();
    }

    disconnectedCallback(): void {
      this.#unsubscribe?.();
      this.#unsubscribe = null;
    }

    attributeChangedCallback(): void {
      this.#render();
    }

    #render(isNews = false): void {
      if (!this.#unsubscribe) return;
      try {
        const around = this.closest<HTMLElement>('[lang]:not([lang=""])')?.lang;
        const words = findWords(this.getAttribute('language') || around || navigator.language);
        if (words instanceof Promise) return void words.then(() => this.#render(isNews));
        const options = readOptions((name) => this.getAttribute(name));
        const view = viewOf(feed.reading, feed.isLost, options, words);
        const next = JSON.stringify([view, words.language]);
        if (next === this.#shown) return;
        this.#shown = next;
        this.#replaceBox(view.isHidden ? null : draw(view, server, words));
        const change = isNews && this.#view && changeWords(this.#view, view);
        this.#view = view;
        if (change) this.#say(change, words.language);
        this.#states?.clear();
        this.#states?.add(view.isHidden ? 'hidden' : view.status);
      } catch (error) {
        console.warn(error);
      }
    }

    /** One of the page's widgets says what several of them show. */
    #say(change: string, language: string): void {
      if (lastSaid?.reading === feed.reading && lastSaid.change === change) return;
      lastSaid = { reading: feed.reading, change };
      this.#said.lang = language;
      this.#said.textContent = change;
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

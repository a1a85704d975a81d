import { Feed } from './feed';
import { statusElement } from './status-element';
import css from './widget.css?text';
import { wordStore } from './word-store';

const name = 'signalbox-status';

try {
  // Where this script came from is where the status is. One that was loaded as a module does not know itself.
  const script = document.currentScript ?? document.querySelector('script[src*="/widget.js"]');
  if (script && !customElements.get(name)) {
    const server = new URL((script as HTMLScriptElement).src).origin;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const feed = new Feed(server);
    customElements.define(name, statusElement({ feed, findWords: wordStore(server), server, sheet }));
  }
} catch (error) {
  console.warn(error);
}

/** What Markdown reads as more than words: its marks, links as they are written bare, lists, rules and code. */
const marks =
  /[*_`~#[\]<>|\\&^=@{}\t\r]|:\/\/|:\S*:|www\.|^ *(?:[-+]|\d+[.)])(?: |$)|^ *-{2,}|^ | $|\n{3,}/im;

/** Whether Markdown would make nothing of the text but paragraphs. In doubt it answers false. */
export function isPlainText(text: string): boolean {
  return text.trim() === text && !marks.test(text);
}

/** Text as Markdown would show it if it had no marks. */
export function PlainText({ children }: { children: string }) {
  return (
    <div className="prose">
      {children.split(/\n{2,}/).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have nothing else to be told apart by.
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}

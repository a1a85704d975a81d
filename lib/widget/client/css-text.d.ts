/** A style sheet as the text it is, minified: bin/bundle-widget.mjs sees to it. */
declare module '*.css?text' {
  const text: string;
  export default text;
}

declare module 'parse-prometheus-text-format' {
  /** Throws InvalidLineError for what is not of the format. */
  export default function parse(text: string): unknown[];
}

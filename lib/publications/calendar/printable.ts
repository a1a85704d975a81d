/** RFC 5545 has no way to write most control characters, and strict readers refuse the whole file for one. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '\ufffd');
}

export type ContentCoding = 'br' | 'gzip' | 'identity';

/** Browsers and programs send the same few headers over and over. */
const remembered = new Map<string, ContentCoding>();
const mostRemembered = 200;

/** The coding to answer an `Accept-Encoding` in: the smallest that it names. A star is too vague to rely on. */
export function chooseCoding(header: string | null | undefined): ContentCoding {
  if (!header) return 'identity';
  const known = remembered.get(header);
  if (known) return known;
  const coding = acceptedCoding(header);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(header, coding);
  return coding;
}

function acceptedCoding(header: string): ContentCoding {
  if (acceptsCoding(header, 'br')) return 'br';
  return acceptsCoding(header, 'gzip', 'x-gzip') ? 'gzip' : 'identity';
}

/** Whether an `Accept-Encoding` names one of these and does not rule it out (RFC 9110, section 12.5.3). */
export function acceptsCoding(header: string, ...names: string[]): boolean {
  return header.split(',').some((part) => {
    const [coding = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    if (!names.includes(coding)) return false;
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return quality === undefined || Number(quality.slice(2)) > 0;
  });
}

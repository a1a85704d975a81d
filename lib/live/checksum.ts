import { crc32 } from 'node:zlib';

/**
 * CRC-32 of a text that thousands of streams send, each after something else. A checksum goes on from one text to
 * the next by a multiplication in GF(2)[x] modulo the CRC's polynomial (as zlib's `crc32_combine` does), so that the
 * text itself is read once, however many send it.
 */
export class Checksum {
  private readonly own: number;
  /** What each byte of the checksum before becomes: it is multiplied by x to the power of this text's bits. */
  private readonly shifted = new Uint32Array(4 * 256);

  constructor(text: Uint8Array) {
    this.own = crc32(text);
    const power = xToThePowerOfBytes(text.length);
    for (let place = 0; place < 4; place += 1) {
      for (let byte = 0; byte < 256; byte += 1) {
        this.shifted[place * 256 + byte] = multiply(power, byte << (8 * place));
      }
    }
  }

  /** The checksum of what `before` stands for, followed by this text. */
  after(before: number): number {
    const { shifted } = this;
    const inPlace = (place: number) => shifted[place * 256 + ((before >>> (8 * place)) & 255)] as number;
    return (inPlace(0) ^ inPlace(1) ^ inPlace(2) ^ inPlace(3) ^ this.own) >>> 0;
  }
}

/** CRC-32's polynomial (ISO 3309, RFC 1952), its lowest power in the highest bit. */
const polynomial = 0xedb88320;
/** The polynomial 1. */
const one = 0x80000000;

/** The product of two polynomials modulo the CRC's. */
function multiply(a: number, b: number): number {
  let product = 0;
  let factor = b;
  for (let bit = one; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= factor;
    factor = factor & 1 ? (factor >>> 1) ^ polynomial : factor >>> 1;
  }
  return product >>> 0;
}

/** x^(8·bytes), by squaring. */
function xToThePowerOfBytes(bytes: number): number {
  let power = one;
  // x^8: the polynomial's bits are counted from the left.
  let square = one >>> 8;
  for (let rest = bytes; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = multiply(power, square);
    square = multiply(square, square);
  }
  return power;
}

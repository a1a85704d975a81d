import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Checksum } from '@/lib/live/checksum';

it('goes on from any checksum as zlib does', () => {
  const bytes = fc.uint8Array({ maxLength: 5_000 });
  fc.assert(
    fc.property(bytes, bytes, (before, text) => {
      expect(new Checksum(text).after(crc32(before))).toBe(crc32(text, crc32(before)));
    }),
  );
});

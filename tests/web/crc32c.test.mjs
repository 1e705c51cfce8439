// CRC-32C against the published values of RFC 3720, appendix B.4, and the usual check value.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { crc32c } = await load('storage/crc32c.ts');

test('published values', () => {
  assert.equal(crc32c(new TextEncoder().encode('123456789')), 0xe3069283);
  assert.equal(crc32c(new Uint8Array(32)), 0x8a9136aa);
  assert.equal(crc32c(new Uint8Array(32).fill(0xff)), 0x62a8ab43);
  assert.equal(crc32c(Uint8Array.from({ length: 32 }, (_, index) => index)), 0x46dd794e);
  assert.equal(crc32c(Uint8Array.from({ length: 32 }, (_, index) => 31 - index)), 0x113fdb5c);
  assert.equal(crc32c(new Uint8Array()), 0);
});

test('one flipped bit is seen', () => {
  const bytes = new TextEncoder().encode('Lò Thị Mây');
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const damaged = bytes.slice();
    damaged[bit >> 3] ^= 1 << (bit & 7);
    assert.notEqual(crc32c(damaged), crc32c(bytes));
  }
});

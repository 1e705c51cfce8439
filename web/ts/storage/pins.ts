// Definitions that are kept beside the dossiers begun with them, each under the hash of its bytes.

/** Whether these bytes are the definition of that hash, undamaged. Nothing stored is trusted to have the right shape. */
export function isPin(hash: string, bytes: unknown): bytes is Uint8Array {
  return bytes instanceof Uint8Array && contentHash(bytes) === hash;
}

/** 64-bit FNV-1a as 16 hexadecimal digits, the core's content_hash (procedure_load.hpp), in two halves. Its prime is 2^40 + 435. */
function contentHash(bytes: Uint8Array): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of bytes) {
    low ^= byte;
    high = Math.imul(high, 435) + (low << 8) + ((low >>> 0) * 435 / 2 ** 32 | 0);
    low = Math.imul(low, 435);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

const CODE_BITS_MAX = 12;

/**
 * Indexes below 2^bits, at least one, in codes that grow (GIF89a Specification, appendix F): each
 * stands for the longest row of indexes that has come before.
 */
export function lzw(indexes: Uint8Array, bits: number): Uint8Array {
  const [clear, end] = [1 << bits, (1 << bits) + 1];
  // The code of what another code stands for and one index more; 0 where there is none yet.
  const longer = new Uint16Array(1 << (CODE_BITS_MAX + bits));
  // A code is never longer than the indexes that it stands for, but for those that say to begin.
  const bytes = new Uint8Array(indexes.length * 2 + 8);
  let [next, codeBits, length, held, heldBits] = [end + 1, bits + 1, 0, 0, 0];
  const write = (code: number) => {
    held |= code << heldBits;
    heldBits += codeBits;
    for (; heldBits >= 8; heldBits -= 8) {
      bytes[length] = held;
      length += 1;
      held >>>= 8;
    }
    if (next === 1 << codeBits && codeBits < CODE_BITS_MAX) codeBits += 1;
  };
  write(clear);
  let code = indexes[0] ?? 0;
  for (const index of indexes.subarray(1)) {
    const at = (code << bits) | index;
    const known = longer[at] ?? 0;
    if (known > 0) {
      code = known;
      continue;
    }
    write(code);
    if (next < 1 << CODE_BITS_MAX) {
      longer[at] = next;
      next += 1;
    } else {
      write(clear);
      longer.fill(0);
      [next, codeBits] = [end + 1, bits + 1];
    }
    code = index;
  }
  write(code);
  write(end);
  bytes[length] = held;
  return bytes.subarray(0, length + 1);
}

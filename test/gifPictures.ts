/** A picture of a GIF as it stands once it is shown: a colour for each point, `0xrrggbb`. */
export interface GifPicture {
  readonly points: readonly number[];
  readonly hundredths: number;
}

/**
 * Reads the pictures of a GIF as the specification says (GIF89a, with a table of colours for each
 * picture), one upon the other. Throws on what is not there or too much.
 */
export function picturesIn(gif: Uint8Array): readonly GifPicture[] {
  const byte = (at: number) => {
    const value = gif[at];
    if (value === undefined) throw new Error(`The GIF ends before ${at}.`);
    return value;
  };
  const two = (at: number) => byte(at) + 256 * byte(at + 1);
  const width = two(6);
  let shown = Array.from({ length: width * two(8) }, () => -1);
  const pictures: GifPicture[] = [];
  let control = { hundredths: 0, hidden: -1 };
  let at = 13;
  for (; byte(at) !== 0x3b; at = behindBlocks(at)) {
    if (byte(at) === 0x21) {
      const isControl = byte(at + 1) === 0xf9;
      const hidden = byte(at + 3) & 1 ? byte(at + 6) : -1;
      if (isControl) control = { hundredths: two(at + 4), hidden };
      at += 2;
      continue;
    }
    const [left, top, wide, high] = [two(at + 1), two(at + 3), two(at + 5), two(at + 7)];
    const table = at + 10;
    at = table + 3 * 2 ** ((byte(at + 9) & 7) + 1);
    const indexes = unpacked(blocksAt(at + 1), byte(at));
    if (indexes.length !== wide * high) throw new Error(`${indexes.length} points in ${wide}.`);
    shown = [...shown];
    for (const [nth, index] of indexes.entries()) {
      const [red, green, blue] = [0, 1, 2].map((part) => byte(table + 3 * index + part));
      const place = (top + Math.floor(nth / wide)) * width + left + (nth % wide);
      if (index !== control.hidden)
        shown[place] = ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0);
    }
    pictures.push({ points: shown, hundredths: control.hundredths });
    at += 1;
  }
  if (at !== gif.length - 1) throw new Error('There is something behind the end.');
  return pictures;

  function behindBlocks(from: number): number {
    let next = from;
    while (byte(next) !== 0) next += byte(next) + 1;
    return next + 1;
  }

  function blocksAt(from: number): readonly number[] {
    const bytes: number[] = [];
    for (let next = from; byte(next) !== 0; next += byte(next) + 1)
      bytes.push(...gif.subarray(next + 1, next + 1 + byte(next)));
    return bytes;
  }
}

/** The indexes that are written in codes that grow (appendix F). */
export function unpacked(bytes: readonly number[], bits: number): readonly number[] {
  const [clear, end] = [1 << bits, (1 << bits) + 1];
  const begun = () => Array.from({ length: end + 1 }, (_, nth) => [nth]);
  let rows: number[][] = begun();
  let last: number[] | null = null;
  const indexes: number[] = [];
  let [at, size] = [0, bits + 1];
  for (;;) {
    let code = 0;
    for (let nth = 0; nth < size; nth += 1, at += 1) {
      const value = bytes[at >> 3];
      if (value === undefined) throw new Error('The codes have no end.');
      code |= ((value >> (at & 7)) & 1) << nth;
    }
    if (code === end) return indexes;
    if (code === clear) {
      [rows, last, size] = [begun(), null, bits + 1];
      continue;
    }
    const row: number[] | undefined = rows[code] ?? (last && [...last, last[0] ?? 0]) ?? undefined;
    if (!row || code > rows.length) throw new Error(`There is no code ${code}.`);
    indexes.push(...row);
    if (last && rows.length < 4096) rows.push([...last, row[0] ?? 0]);
    if (rows.length === 1 << size && size < 12) size += 1;
    last = row;
  }
}

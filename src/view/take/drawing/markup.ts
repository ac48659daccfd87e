/** One element of SVG as text; what is null or undefined is left out. */
export function tag(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === null || value === undefined ? '' : ` ${key}="${escaped(short(value))}"`,
  );
  const open = `<${name}${written.join('')}`;
  return inside === '' ? `${open}/>` : `${open}>${inside}</${name}>`;
}

export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** Text as it stands in markup: nothing in it is taken for markup. */
export function escaped(text: string): string {
  return writable(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

/** Text without the characters that XML has no way to write (XML 1.0, 2.2): there are spaces. */
export function writable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A hundredth of a pixel is as fine as anybody sees. */
export function short(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
}

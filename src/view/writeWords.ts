/** Keeps the text node: another one would be laid out anew, sixty times a second. */
export function writeWords(element: Element | null, words: string): void {
  if (!element) return;
  if (element.firstChild === null) element.textContent = words;
  else if (element.firstChild.nodeValue !== words) element.firstChild.nodeValue = words;
}

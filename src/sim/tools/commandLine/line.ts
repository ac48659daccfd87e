/** What one would do on a real cluster. */
export interface CommandLine {
  /** To copy: lines for a shell, or a configuration. Null: there is nothing of the kind. */
  readonly script: string | null;
  /** Where it is done, or what comes near to it, in a sentence; empty when the script says all. */
  readonly words: string;
}

/** Lines for a shell, and where to use them. */
export function script(words: string, ...lines: readonly string[]): CommandLine {
  return { script: lines.join('\n'), words };
}

/** Nothing to type. */
export function onlyWords(words: string): CommandLine {
  return { script: null, words };
}

/** A text as one word of a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

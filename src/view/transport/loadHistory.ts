/** Fetches what draws the history of a run. */
export async function loadHistory() {
  return (await import('../history/historyParts')).HISTORY_PARTS;
}

export type LoadHistory = typeof loadHistory;
export type History = Awaited<ReturnType<LoadHistory>>;

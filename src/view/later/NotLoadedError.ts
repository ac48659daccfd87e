/** A part of the page could not be fetched. */
export class NotLoadedError extends Error {
  override name = 'NotLoadedError';
}

declare module 'gifenc' {
  type Palette = number[][];
  interface Frame {
    readonly palette: Palette;
    /** Milliseconds. */
    readonly delay: number;
    readonly transparent: boolean;
    readonly transparentIndex: number;
    readonly dispose: number;
  }
  interface Encoder {
    writeFrame(indexes: Uint8Array, width: number, height: number, frame: Frame): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
    readonly stream: { writeBytes(bytes: ArrayLike<number>): void };
  }
  export function GIFEncoder(): Encoder;
  export function nearestColorIndex(palette: Palette, colour: readonly number[]): number;
}

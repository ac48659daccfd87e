// Made by scripts/openingPlugin.ts.
declare module 'virtual:opening' {
  // A module that has no file can import nothing by a relative path.
  // oxlint-disable-next-line typescript/consistent-type-imports
  export const opening: import('../timeline/still').Still;
}

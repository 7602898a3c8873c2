/** Files that the bundle holds as they are; their loaders are in selfhost/build/bundle.ts and vitest.config.ts. */
declare module '*.sql' {
  const text: string;
  export default text;
}

declare module '*.br' {
  const bytes: ArrayBuffer;
  export default bytes;
}

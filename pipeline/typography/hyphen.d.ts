declare module 'hyphen/en-us/index.js' {
  interface Options {
    readonly minWordLength?: number
    readonly hyphenChar?: string
  }
  const patterns: { hyphenateSync(text: string, options?: Options): string }
  export default patterns
}

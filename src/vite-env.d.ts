/** The version in package.json, put in by the build. */
declare const __APP_VERSION__: string

/** The guide, compiled by scripts/guide-plugin.ts, and the addresses of its pictures by their names in docs/images. */
declare module 'virtual:guide' {
  export const guide: import('./guide/model').Guide
  export const pictures: Readonly<Record<string, string>>
}

/** Stands in for packages that a dependency can load but that nothing here calls (see vite.config.ts). */
export default undefined

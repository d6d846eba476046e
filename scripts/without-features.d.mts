export function withoutFeatures(...names: string[]): string

export function findAge(): string | null

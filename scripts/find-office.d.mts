export function findOffice(): string | null

export function drawing(): string
export function pictureIn(text: string): string | undefined
export function reduced(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][]

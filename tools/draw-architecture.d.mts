export function drawing(): string
export function pictureIn(text: string): string | undefined

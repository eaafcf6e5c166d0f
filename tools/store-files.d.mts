/** What of dist/ (or another built folder) goes to the store: bytes by path, in the order of the paths. */
export function storeFiles(options?: { folder?: string; keepKey?: boolean }): Promise<Record<string, Buffer>>

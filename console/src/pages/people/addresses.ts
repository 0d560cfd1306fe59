/** How many invitations one form sends. */
export const MOST = 50;

/** Addresses as they are pasted: with commas, semicolons, lines or names around them; each once. */
export function addressesIn(text: string): string[] {
  const found = text
    .split(/[,;\n\r\t]+/)
    .flatMap((part) => {
      const inBrackets = /<([^<>\s]+)>/.exec(part)?.[1];
      return inBrackets ? [inBrackets] : part.trim().split(/\s+/);
    })
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const seen = new Set<string>();
  return found.filter((address) => {
    const key = address.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

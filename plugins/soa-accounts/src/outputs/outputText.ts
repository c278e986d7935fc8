/** What an output holds, as text: what is text stays as it is. */
export function outputText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? '';
}

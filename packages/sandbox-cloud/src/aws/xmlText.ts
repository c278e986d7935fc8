/** What XML shows as this text. */
export function xmlText(text: string): string {
  return text.replace(/[&<>]/g, character => `&#${character.codePointAt(0)};`);
}

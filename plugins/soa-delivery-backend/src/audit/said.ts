/** What somebody sent, before anything of it is known: as much as is worth recording. */
export function said(value: unknown): string {
  return String(value ?? '').slice(0, 300);
}

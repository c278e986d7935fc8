/** Whether an error says what is wrong with the input, and not with whom was asked. */
export function isRefusal(error: unknown): boolean {
  return /^(Input|Conflict)Error$/.test((error as Error).name);
}

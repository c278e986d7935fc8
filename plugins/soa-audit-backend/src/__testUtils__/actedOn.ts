import type { NamedArns } from '../record';

/** What an event that was on these says. */
export function actedOn(...arns: string[]): NamedArns {
  return { actedOn: new Set(arns), single: new Set(), mentioned: new Set() };
}

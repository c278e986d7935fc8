/** An entry of a list that people fill in; it may say which placements it is for. */
export type Entry = Readonly<Record<string, unknown>>;

/**
 * What a form cannot hold itself, as JSON Schema compares no values: a message,
 * and one rule. A rule that is about nothing, such as a hidden field, is kept.
 */
export interface Check {
  /** What is wrong, by the titles of the fields, and what to do. */
  message: string;
  /** Only where a placement is in production. */
  inProduction?: boolean;
  /** Refused if true. */
  fails?: boolean;
  /** Values by names, of several fields: no name is in two of them. */
  names?: Readonly<Record<string, Entry>>;
  /** Texts, lists and maps of them that are `atMost` so long, names included. */
  bytes?: unknown;
  /** What the rules below are about. */
  entries?: readonly Entry[];
  /** Keys of an entry: the value of the first is not greater than the second's. */
  ordered?: readonly string[];
  /** A key whose values differ among entries. */
  differ?: string;
  /** A key with lists of entries, among each of which the values differ instead. */
  within?: string;
  /** A key with address ranges: those of two placements do not overlap. */
  apart?: string;
  /** Of what there are `atLeast` and `atMost` as many entries. */
  forEach?: 'environment' | 'placement';
  atLeast?: number;
  atMost?: number;
}

/** The keys of the rules, of which a check has one. */
export const RULES = [
  'fails',
  'names',
  'bytes',
  'ordered',
  'differ',
  'apart',
  'forEach',
] as const;

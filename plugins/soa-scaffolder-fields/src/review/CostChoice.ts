/** A choice in a form that costs money. */
export interface CostChoice {
  /** The parameter; a path with dots where it is inside of another. */
  parameter: string;
  /** What is paid for, in a few words. */
  title: string;
  /** What it costs, in a sentence. */
  description: string;
  /** The values that cost; any but `false`, 0, nothing and `none` if absent. */
  values?: unknown[];
  /**
   * The values of other parameters with which it can be chosen at all: a form
   * keeps what was chosen before, and is not shown any more.
   */
  when?: Readonly<Record<string, readonly unknown[]>>;
  /** Whether each placement has as many of it. */
  perPlacement?: boolean;
}

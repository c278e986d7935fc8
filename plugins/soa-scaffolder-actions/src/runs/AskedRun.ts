import type { HeldWorkspace } from '../held';
import type { RunOperation } from './RunOperation';

/** A run that somebody wants. */
export interface AskedRun {
  held: HeldWorkspace;
  operation: RunOperation;
  /** `cv-…`; the workspace's newest one if absent. */
  configurationVersionId?: string;
  message: string;
  /** Whether what is planned is applied without a person. */
  confirms: boolean;
  /** What becomes of it if it has not ended in time. */
  onTimeout: 'leave' | 'discard';
}

import { readFileSync } from 'node:fs';

/**
 * The most memory that a process has held at once.
 *
 * @returns MiB, as the kernel counts it
 */
export function peakMemory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(status);
  return Number(kilobytes) / 1_024;
}

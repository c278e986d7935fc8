import type { SandboxSettings } from './settings';

/** How many of the reminders of an end are due by now. */
export function remindersDue(
  expiresAt: string,
  { reminders }: Pick<SandboxSettings, 'reminders'>,
  now: Date,
): number {
  const left = Date.parse(expiresAt) - now.getTime();
  return reminders.filter(reminder => left <= reminder).length;
}

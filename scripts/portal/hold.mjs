import { command } from './command.mjs';
import { otherHolder, takeLock } from './lock.mjs';
import { Refusal } from './refusal.mjs';

/**
 * Has something of this checkout to itself until this command ends.
 *
 * @param name - `portal` (with its data) or `tests` (with what they leave)
 * @throws a Refusal while another command has it
 */
export function hold(name, directory) {
  const { holder } = takeLock(name, command, directory);
  if (holder) {
    throw refusal(holder);
  }
}

/** Refuses what must not happen while another command has something. */
export function refuseHeld(name, why, directory) {
  const holder = otherHolder(name, directory);
  if (holder) {
    throw refusal(holder, `, and ${why}`);
  }
}

function refusal({ pid, command: by }, why = '') {
  return new Refusal(
    by === 'npm start'
      ? `The portal is running already (pid ${pid})${why}: stop it first.`
      : `${by} is running already (pid ${pid})${why}: let it end first.`,
  );
}

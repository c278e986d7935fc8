import { readPorts } from './ports.mjs';
import { Refusal } from './refusal.mjs';

const actions = ['break-cluster', 'set-alarm'];

/** Has something happen in the running sandbox cloud: `break-cluster`, `set-alarm`. */
export async function run([action = '', ...args]) {
  if (!actions.includes(action)) {
    throw new Refusal(
      `Say what shall happen: npm run sandbox ${actions.join(' | ')}.`,
    );
  }
  const ports = await readPorts();
  const body = Object.fromEntries(
    args.map(arg => arg.replace(/^--/, '').split('=')),
  );
  let answer;
  try {
    answer = await fetch(
      `http://localhost:${ports.sandbox}/_sandbox/${action}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
    );
  } catch {
    throw new Refusal(
      `No sandbox cloud answers on port ${ports.sandbox}: run npm start first.`,
    );
  }
  const { message } = await answer.json();
  if (!answer.ok) {
    throw new Refusal(message);
  }
  console.log(message);
  return 0;
}

import { createServer } from 'node:net';
import { Refusal } from './refusal.mjs';

const named = {
  portal: { variable: 'SOA_PORTAL_PORT', standard: 3000 },
  backend: { variable: 'SOA_BACKEND_PORT', standard: 7007 },
  sandbox: { variable: 'SOA_SANDBOX_PORT', standard: 7010 },
};

const forEverybody = 1024;

/** The ports that the environment names, or the standard ones; all different. */
export async function readPorts(env = process.env) {
  const ports = {};
  for (const [name, { variable, standard }] of Object.entries(named)) {
    const text = env[variable] ?? String(standard);
    const port = Number(text);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new Refusal(
        `${variable} is "${text}": set it to a port between 1 and 65535.`,
      );
    }
    const twin = Object.keys(ports).find(other => ports[other] === port);
    if (twin) {
      throw new Refusal(
        `${named[twin].variable} and ${variable} are both ${port}: set them to different ports.`,
      );
    }
    ports[name] = port;
  }
  return ports;
}

/** Refuses ports that programs cannot listen on. */
export async function refuseBusyPorts(ports) {
  for (const [name, port] of Object.entries(ports)) {
    const { variable } = named[name];
    switch (await obstacle(port)) {
      case 'EADDRINUSE':
        throw new Refusal(
          `Port ${port} is busy: stop the program that listens on it, or set ${variable} to another port.`,
        );
      case 'EACCES':
        throw new Refusal(
          `Port ${port} is not for you to listen on: set ${variable} to a port from ${forEverybody} on.`,
        );
      default:
    }
  }
}

/** Three ports that are free now. */
export async function freePorts() {
  const servers = await Promise.all(Object.keys(named).map(() => listen(0)));
  const ports = servers.map(server => server.address().port);
  await Promise.all(
    servers.map(server => new Promise(resolve => server.close(resolve))),
  );
  return Object.fromEntries(
    Object.keys(named).map((name, index) => [name, ports[index]]),
  );
}

export function portEnvironment(ports) {
  return Object.fromEntries(
    Object.entries(named).map(([name, { variable }]) => [
      variable,
      String(ports[name]),
    ]),
  );
}

function listen(port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => resolve(server));
  });
}

/** The code of the error with which listening fails; undefined if it does not. */
async function obstacle(port) {
  for (const host of ['127.0.0.1', '::']) {
    try {
      const server = await listen(port, host);
      await new Promise(resolve => server.close(resolve));
    } catch ({ code }) {
      // No IPv6 here is no reason to refuse.
      if (code === 'EADDRINUSE' || code === 'EACCES') {
        return code;
      }
    }
  }
  return undefined;
}

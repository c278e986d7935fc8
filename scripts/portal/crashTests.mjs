import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { logDirectory } from './paths.mjs';
import { freePorts } from './ports.mjs';
import { Programs } from './programs.mjs';
import { step } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { runPortal } from './runPortal.mjs';
import { seededNumbers } from './seededNumbers.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const kills = 4;
const longestPauseMs = 6_000;
const regions = ['us-east-1', 'eu-west-1'];

/** The portal as its guest uses it, past the browser. */
class Portal {
  #backend;
  #sandbox;

  constructor(ports) {
    this.#backend = `http://localhost:${ports.backend}/api`;
    this.#sandbox = `http://localhost:${ports.sandbox}/api/v2`;
  }

  /** @returns the id of the rollout of a new service */
  async startRollout() {
    const { id } = await this.#ask('/scaffolder/v2/tasks', {
      templateRef: 'template:default/ecs-fargate-service',
      values: {
        name: 'crashing',
        owner: 'group:default/team-shop',
        description: 'Is made while the backend crashes',
        stages: [{ environment: 'prod', regions }],
        image: 'public.ecr.aws/nginx/nginx-unprivileged:stable',
        acceptTag: true,
        port: 8080,
        desiredCount: 1,
        cpu: 256,
        memory: 512,
      },
    });
    await until('the task to end', async () => {
      const { status } = await this.#ask(`/scaffolder/v2/tasks/${id}`);
      if (status === 'failed') {
        throw new Refusal('The task has failed.');
      }
      return status === 'completed';
    });
    const { items } = await this.#ask('/soa-delivery/v1/rollouts');
    return items[0].id;
  }

  async waitUntilApplied(rollout) {
    await until('the rollout to be applied', async () => {
      const { state, message } = await this.#ask(
        `/soa-delivery/v1/rollouts/${rollout}`,
      );
      if (state !== 'running' && state !== 'applied') {
        throw new Refusal(`The rollout is ${state}: ${message}`);
      }
      return state === 'applied';
    });
  }

  /** @returns for each run that the rollout has started, its workspace */
  async runsOf(rollout) {
    const found = [];
    for (const region of regions) {
      const short = region.replace(/-(\w)\w*-/, '$1');
      const workspace = `crashing-prod-${short}`;
      const { data } = await this.#hcpTerraform(
        `/organizations/acme/workspaces/${workspace}`,
      );
      const { data: runs } = await this.#hcpTerraform(
        `/workspaces/${data.id}/runs`,
      );
      found.push(
        ...runs
          .filter(({ attributes }) => attributes.message.includes(rollout))
          .map(() => workspace),
      );
    }
    return found;
  }

  async #ask(path, body) {
    const signIn = await fetch(`${this.#backend}/auth/guest/refresh`, {
      method: 'POST',
    });
    const { backstageIdentity } = await signIn.json();
    const answer = await fetch(this.#backend + path, {
      headers: {
        authorization: `Bearer ${backstageIdentity.token}`,
        'content-type': 'application/json',
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) {
      throw new Refusal(`${path} answers ${answer.status}`);
    }
    return answer.json();
  }

  async #hcpTerraform(path) {
    const answer = await fetch(this.#sandbox + path, {
      headers: { authorization: 'Bearer sandbox-token' },
    });
    return answer.json();
  }
}

/**
 * Kills the backend again and again while it takes a rollout along: every
 * placement must be applied in the end, by one run.
 */
export async function runCrashTests(tally, { env, seed }) {
  const ports = await freePorts();
  const data = temporaryFolder('portal-crash');
  const programs = new Programs(join(logDirectory, 'crash'));
  const next = seededNumbers(seed);
  try {
    const { startBackend } = await runPortal({
      programs,
      env,
      ports,
      dataDirectory: data.path,
      step,
      frontEnd: false,
    });
    const portal = new Portal(ports);
    const rollout = await portal.startRollout();
    for (let kill = 1; kill <= kills; kill += 1) {
      const pause = Math.round(next() * longestPauseMs);
      await sleep(pause);
      await programs.stop('backend', 'SIGKILL');
      step(`Killed the backend ${pause} ms after it was there (${kill})`);
      await startBackend();
    }
    await portal.waitUntilApplied(rollout);
    const runs = await portal.runsOf(rollout);
    if (runs.length !== regions.length || new Set(runs).size !== runs.length) {
      throw new Refusal(`There are runs in ${runs.join(', ') || 'nothing'}.`);
    }
    step(`✓ a rollout outlives ${kills} crashes of the backend`);
    tally.add({ passed: 1 });
  } catch (error) {
    console.log(
      `✗ a rollout does not outlive crashes of the backend: ${error.message}`,
    );
    tally.add({ failed: 1 });
  } finally {
    await programs.stop();
    data.remove();
  }
}

async function until(what, isSo, seconds = 240) {
  const end = Date.now() + seconds * 1_000;
  while (Date.now() < end) {
    if (await isSo()) {
      return;
    }
    await sleep(300);
  }
  throw new Refusal(`It waited ${seconds} s for ${what}.`);
}

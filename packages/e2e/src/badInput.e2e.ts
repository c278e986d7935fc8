import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { createTask } from './createTask';
import {
  keepScreenshot,
  launchBrowser,
  openAsGuest,
  portalUrl,
} from './portal';
import { behave, misbehave, numberOfRuns, workspacesOf } from './sandbox';

const session = {} as { browser: Browser; page: Page };

before(async () => {
  session.browser = await launchBrowser();
  session.page = await openAsGuest(session.browser);
});

afterEach(behave);

after(() => session.browser.close());

const template = `${portalUrl}/create/templates/default/ecs-fargate-service`;

/** A sentence that must appear, and be seen. */
const appears = (text: string | RegExp, timeout = 60_000) =>
  session.page.getByText(text).first().waitFor({ timeout });

for (const name of [
  'Orders',
  'aws-orders',
  'orders--2',
  '1orders',
  'or ders',
]) {
  test(`the form does not take the name "${name}"`, async () => {
    const { page } = session;
    await page.goto(template);
    await page.getByLabel(/^Name/).fill(name);
    await page.getByLabel(/^Description/).fill('Takes orders');
    await page.locator('input[value="Shop"]').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await appears(
      /Write 2 to 24 lower-case letters, digits and single hyphens/,
    );
    await keepScreenshot(page, 'bad-name');
  });
}

const FORM_BYPASSED = [
  {
    what: 'an account that does not offer the runtime',
    values: {
      stages: [
        {
          environment: 'prod',
          regions: ['us-east-1'],
          account: '100000000104',
        },
      ],
    },
    says: /runtime-lambda-prod \(100000000104\) does not offer ecs-fargate/,
  },
  {
    what: 'a Region that is not allowed',
    values: { stages: [{ environment: 'prod', regions: ['ap-south-1'] }] },
    says: /The Region "ap-south-1" is not allowed: choose one of/,
  },
  {
    what: 'an owner that the user is no member of',
    values: { owner: 'group:default/team-payments' },
    says: /You are not a member of group:default\/team-payments/,
  },
];

for (const { what, values, says } of FORM_BYPASSED) {
  test(`a request past the form is refused for ${what}`, async () => {
    const { page } = session;
    const task = await createTask({ name: 'bypass', ...values });
    await page.goto(`${portalUrl}/create/tasks/${task}`);
    await appears(says);
    await keepScreenshot(page, 'refused');
    assert.deepEqual(await workspacesOf('bypass'), []);
  });
}

const NO_ANSWER = /localhost:\d+ does not answer: try again later/;

const TROUBLES = [
  { kind: 'throttle', what: 'answers 429', says: /rate limit .* \(429\)/ },
  { kind: 'error', what: 'answers 500', says: /not available now .500/ },
  { kind: 'drop', what: 'ends the connection', says: NO_ANSWER },
  { kind: 'hang', what: 'says nothing', says: NO_ANSWER },
] as const;

const rule = { service: 'hcp-terraform', times: 1_000 } as const;
const taskUrl = (id: string) => `${portalUrl}/create/tasks/${id}`;

/** @returns where the rollout of a task is, once the task has ended */
async function rolloutOf(task: string): Promise<string> {
  await session.page.goto(taskUrl(task));
  const link = session.page.getByRole('link', { name: 'Watch the rollout' });
  await link.waitFor({ timeout: 120_000 });
  return (await link.getAttribute('href'))!;
}

for (const { kind, what, says } of TROUBLES) {
  test(`a task says that HCP Terraform ${what}, and finishes though it does for a while`, async () => {
    const { page } = session;
    const name = `through-${kind}`;
    // What nobody but the task asks for, and what is not tried for minutes.
    const operation = 'POST /organizations/acme/workspaces';
    await misbehave({ ...rule, operation, kind });
    await page.goto(taskUrl(await createTask({ name })));
    await appears(
      new RegExp(`${says.source}.*Run the template again`),
      180_000,
    );
    await keepScreenshot(page, `task-${kind}`);
    assert.deepEqual(await workspacesOf(name), []);

    await behave();
    if (kind !== 'hang') {
      // The client waits half a minute for each answer that does not come.
      await misbehave({ ...rule, operation: '/projects', kind, times: 2 });
    }
    await rolloutOf(await createTask({ name }));
    assert.deepEqual(await workspacesOf(name), [`${name}-prod-use1`]);
  });
}

test('a task that has failed is run again, and doubles nothing', async () => {
  const { page } = session;
  const run = () =>
    createTask({
      name: 'again',
      stages: [{ environment: 'prod', regions: ['us-east-1', 'eu-west-1'] }],
    });
  // Its first workspace is there, and has no variables yet.
  await misbehave({ ...rule, operation: 'POST /workspaces/', kind: 'error' });
  await page.goto(taskUrl(await run()));
  await appears(/is not available now .500.*Run the template again/, 180_000);
  await keepScreenshot(page, 'task-failed');
  await behave();

  // Its rollout is under way for as long as no configuration is taken.
  const operation = '/configuration-versions';
  await misbehave({ ...rule, operation, kind: 'error' });
  const first = await rolloutOf(await run());
  await page.goto(new URL(first, portalUrl).href);
  await appears('It is tried again.');
  // By now it has read what it applies, and whoever runs the template again may
  // have changed that: they get a rollout of their own, which waits its turn.
  const second = await rolloutOf(await run());
  assert.notEqual(second, first);
  await behave();

  for (const rollout of [first, second]) {
    await page.goto(new URL(rollout, portalUrl).href);
    await appears('All 2 placements are applied.', 180_000);
  }
  const workspaces = ['again-prod-euw1', 'again-prod-use1'];
  assert.deepEqual(await workspacesOf('again'), workspaces);
  for (const workspace of workspaces) {
    assert.equal(await numberOfRuns(workspace), 2, workspace);
  }
});

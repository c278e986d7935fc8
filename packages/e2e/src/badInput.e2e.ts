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
import { behave, misbehave, workspacesOf } from './sandbox';

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

const TROUBLES = [
  ['throttle', 'answers 429'],
  ['error', 'answers 500'],
  ['drop', 'does not answer'],
] as const;

for (const [kind, what] of TROUBLES) {
  test(`a task finishes though HCP Terraform ${what} for a while`, async () => {
    const { page } = session;
    const name = `through-${kind}`;
    // What nobody but the task asks for: it is the task that has to get through.
    await misbehave({
      service: 'hcp-terraform',
      operation: '/projects',
      kind,
      times: 2,
    });
    const task = await createTask({ name });
    await page.goto(`${portalUrl}/create/tasks/${task}`);
    await page
      .getByRole('link', { name: 'Watch the rollout' })
      .waitFor({ timeout: 120_000 });
    assert.deepEqual(await workspacesOf(name), [`${name}-prod-use1`]);
  });
}

test('a task that has failed is run again, and doubles nothing', async () => {
  const { page } = session;
  const stages = [{ environment: 'prod', regions: ['us-east-1', 'eu-west-1'] }];
  await misbehave({
    service: 'hcp-terraform',
    operation: '/vars',
    kind: 'error',
    times: 1_000,
  });
  const failing = await createTask({ name: 'again', stages });
  await page.goto(`${portalUrl}/create/tasks/${failing}`);
  await appears(/is not available now .500.*Run the template again/, 180_000);
  await keepScreenshot(page, 'task-failed');

  await behave();
  const finishing = await createTask({ name: 'again', stages });
  await page.goto(`${portalUrl}/create/tasks/${finishing}`);
  await page.getByRole('link', { name: 'Watch the rollout' }).click({
    timeout: 120_000,
  });
  await appears('All 2 placements are applied.', 120_000);
  assert.deepEqual(await workspacesOf('again'), [
    'again-prod-euw1',
    'again-prod-use1',
  ]);
});

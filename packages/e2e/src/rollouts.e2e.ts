import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { commitChange } from './commitChange';
import {
  keepScreenshot,
  launchBrowser,
  openAs,
  openAsGuest,
  portalUrl,
} from './portal';
import { createService, startRollout } from './rollout';
import type { Placement } from './rollout';
import { behave, misbehave } from './sandbox';

const SERVICE = 'staged';

let browser: Browser;
let guest: Page;
let placements: Placement[] = [];

before(
  async () => {
    browser = await launchBrowser();
    guest = await openAsGuest(browser);
    placements = await createService({
      name: SERVICE,
      stages: [
        { environment: 'dev', regions: ['us-east-1'] },
        { environment: 'beta', regions: ['us-east-1'] },
        { environment: 'prod', regions: ['us-east-1', 'eu-west-1'] },
      ],
    });
  },
  { timeout: 240_000 },
);

after(() => browser.close());

const appears = (page: Page, text: string | RegExp, timeout = 60_000) =>
  page.getByText(text).first().waitFor({ timeout });

const openRollout = (page: Page, id: string) =>
  page.goto(`${portalUrl}/soa-delivery/rollouts/${id}`);

test('a rollout is watched, waits for somebody else, and goes on', async () => {
  const id = await startRollout({
    service: SERVICE,
    sourceUrl: await commitChange(SERVICE),
    placements,
    plan: {
      defaults: { bake: 'PT5S' },
      stages: [
        { environment: 'dev' },
        { environment: 'beta' },
        { environment: 'prod', approval: { group: 'group:default/team-shop' } },
      ],
    },
  });
  await openRollout(guest, id);
  await appears(guest, /left to watch/);
  await keepScreenshot(guest, 'rollout-watched');
  await appears(guest, 'Waits for approval');
  await appears(
    guest,
    /Members of team-shop may decide, but not who started the rollout/,
  );
  await appears(guest, 'You are not among those who may decide.');
  const decide = { name: 'Decide: Begin prod' };
  await guest.getByRole('button', { ...decide, disabled: true }).waitFor();
  await keepScreenshot(guest, 'rollout-waits');

  const mika = await openAs(browser, 'Mika Saito', { path: '/home' });
  await appears(mika, 'Waiting for my approval');
  const asked = mika.getByRole('link', { name: `${SERVICE}: Begin prod` });
  await asked.waitFor();
  await keepScreenshot(mika, 'approvals-home');
  await asked.click();
  await mika.getByRole('button', decide).click();
  await mika.getByLabel(/^Comment/).fill('Beta was quiet');
  await keepScreenshot(mika, 'rollout-decide');
  await mika.getByRole('button', { name: 'Approve', exact: true }).click();
  await appears(mika, 'Approved by mika');
  await mika.context().close();

  await appears(guest, 'Approved by mika');
  await appears(guest, '“Beta was quiet”');
  await appears(guest, 'All 4 placements are applied.');
  await keepScreenshot(guest, 'rollout-approved');
});

test('a wave that fails has what was before it rolled back', async () => {
  await misbehave({
    service: 'hcp-terraform',
    operation: `${SERVICE}-prod-use1`,
    kind: 'apply-errors',
    times: 1,
  });
  try {
    const id = await startRollout({
      service: SERVICE,
      sourceUrl: await commitChange(SERVICE),
      placements: placements.filter(
        ({ environment }) => environment === 'prod',
      ),
      plan: {
        stages: [
          {
            environment: 'prod',
            regionConcurrency: 'sequential',
            regionOrder: ['eu-west-1', 'us-east-1'],
            onFailure: 'roll-back',
          },
        ],
      },
    });
    await openRollout(guest, id);
    await appears(guest, 'Placements get back what they had before');
    await keepScreenshot(guest, 'rollout-rolling-back');
    await appears(
      guest,
      'prod: 1 of 2 placements failed. Rolled back: prod-use1, prod-euw1.',
    );
    await guest.getByRole('button', { name: /us-east-1.*Failed/ }).waitFor();
    await keepScreenshot(guest, 'rollout-rolled-back');
  } finally {
    await behave();
  }
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import {
  keepScreenshot,
  launchBrowser,
  openAsGuest,
  portalUrl,
} from './portal';

const checkout = '/catalog/default/component/checkout';
const account = '/catalog/default/resource/100000000101';

/** Pages of the plugins, and what shows that they are there. */
const PAGES = [
  { name: 'accounts', path: '/soa-accounts', shows: 'acme-management' },
  {
    name: 'accounts-organisation',
    path: '/soa-accounts/organisation?account=100000000901',
    shows: 'legacy-batch',
  },
  {
    name: 'accounts-regions',
    path: '/soa-accounts/regions?region=us-east-1',
    shows: 'team-shop',
  },
  {
    name: 'accounts-differences',
    path: '/soa-accounts/differences',
    shows: 'Tags in AWS Organizations',
  },
  {
    name: 'accounts-nothing-fits',
    path: '/soa-accounts/matrix?service=no-such-service',
    shows: 'No placement fits these filters',
  },
  { name: 'rollouts', path: '/soa-delivery', shows: /No rollout yet|Started/ },
  { name: 'home', path: '/home', shows: 'Waiting for my approval' },
  {
    name: 'reservations',
    path: '/soa-delivery/reservations',
    shows: 'Network ranges',
  },
  {
    name: 'sandbox-environments',
    path: '/soa-delivery/sandbox-environments',
    shows: 'Sandbox environments',
  },
  { name: 'where-it-runs', path: checkout, shows: 'checkout-prod-use1' },
  {
    name: 'outputs',
    path: `${checkout}/soa-placements`,
    shows: 'cluster_arn',
  },
  { name: 'what-runs-here', path: account, shows: 'checkout-prod-use1' },
  {
    name: 'audit-of-a-service',
    path: `${checkout}/soa-audit`,
    shows: 'UpdateService',
  },
  {
    name: 'no-such-rollout',
    path: '/soa-delivery/rollouts/none',
    shows: 'There is no rollout none',
  },
];

const session = {} as { browser: Browser };

before(async () => {
  session.browser = await launchBrowser();
});

after(() => session.browser.close());

/** Waits until nothing is being loaded, and ends what fades: it has no contrast. */
async function settled(page: Page): Promise<void> {
  await page
    .locator('main [role=progressbar]')
    .first()
    .waitFor({ state: 'detached', timeout: 90_000 });
  await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ timeline }) => timeline === document.timeline)
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
      .forEach(animation => animation.finish()),
  );
}

/** What axe has against the page; its frame and its graph are Backstage's own. */
async function violations(page: Page): Promise<string[]> {
  await settled(page);
  const { violations: found } = await new AxeBuilder({ page })
    .include('main')
    .exclude('[class*=PluginCatalogGraph]')
    .analyze();
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}

for (const theme of ['light', 'dark'] as const) {
  test(`everybody can read the pages, ${theme}`, async () => {
    const page = await openAsGuest(session.browser, { theme });
    for (const { name, path, shows } of PAGES) {
      await page.goto(portalUrl + path);
      await page.getByText(shows).first().waitFor({ timeout: 90_000 });
      await keepScreenshot(page, `${name}-${theme}`);
      assert.deepEqual(await violations(page), [], `${name}, ${theme}`);
    }
    await page.context().close();
  });
}

test('an event opens and closes with the keyboard alone', async () => {
  const page = await openAsGuest(session.browser, {
    path: `${checkout}/soa-audit?actorKind=pipeline`,
  });
  const event = page.getByRole('row', { name: 'UpdateService' }).first();
  await event.waitFor({ timeout: 90_000 });
  await event.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'CloudTrail record' }).waitFor();
  await settled(page);
  assert.deepEqual(
    (await new AxeBuilder({ page }).include('[role=dialog]').analyze())
      .violations,
    [],
  );
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.context().close();
});

test('the pages speak Japanese to who reads it', async () => {
  const page = await openAsGuest(session.browser, { language: 'ja' });
  await page.goto(`${portalUrl}/soa-accounts`);
  await page.getByText(/サービス \d+ 件、配置 \d+ 件/).waitFor();
  await keepScreenshot(page, 'accounts-ja');
  await page.goto(`${portalUrl}${checkout}/soa-audit`);
  await page.getByText('変更のみ', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'UpdateService' }).first().waitFor();
  await keepScreenshot(page, 'audit-ja');
  await page.context().close();
});

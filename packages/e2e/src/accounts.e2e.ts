import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  keepScreenshot,
  launchBrowser,
  openAsGuest,
  portalUrl,
} from './portal';

const session = {} as { browser: Browser; page: Page };

before(async () => {
  session.browser = await launchBrowser();
  session.page = await openAsGuest(session.browser);
});

after(() => session.browser.close());

/** Opens a tab of the page, and waits for what shows that it is there. */
async function open(path: string, shows: string | RegExp): Promise<Page> {
  const { page } = session;
  await page.goto(`${portalUrl}/soa-accounts${path}`);
  await page.getByText(shows).first().waitFor({ timeout: 90_000 });
  return page;
}

const query = (page: Page) =>
  Object.fromEntries(new URL(page.url()).searchParams);

test('filters are in the URL, and go along to the next tab', async () => {
  const page = await open('', 'checkout');
  assert.equal(new URL(page.url()).pathname, '/soa-accounts/matrix');
  await page.getByRole('searchbox', { name: 'Service' }).fill('check');
  await page.getByRole('button', { name: 'Environment' }).click();
  await page.getByRole('option', { name: 'prod', exact: true }).click();
  await page.getByText(/^1 service, \d placements$/).waitFor();
  assert.deepEqual(query(page), { service: 'check', environment: 'prod' });

  await page.getByRole('tab', { name: 'Organisation' }).click();
  await page.getByRole('treegrid').waitFor();
  await page.waitForURL(/service=check/);
  assert.deepEqual(query(page), { service: 'check', environment: 'prod' });

  await page.goBack();
  await page.getByText(/^1 service, \d placements$/).waitFor();
});

test('what is filtered is kept as CSV', async () => {
  const page = await open('/matrix?service=checkout', '1 service');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'placements.csv');
  const [header, ...lines] = (await readFile(await download.path(), 'utf8'))
    .trimEnd()
    .split('\r\n');
  assert.match(header, /^\uFEFFService,Environment,Account id,/);
  assert.ok(lines.length > 1);
  assert.ok(
    lines.every(line => line.startsWith('component:default/checkout,')),
    lines.join('\n'),
  );
});

test('a cell leads to its workspace', async () => {
  const page = await open('/matrix?service=checkout&environment=prod', '1 ser');
  await page
    .getByRole('link', { name: 'prod · us-east-1 · ecs-fargate' })
    .click();
  await page.getByText('checkout-prod-use1').first().waitFor();
  assert.match(page.url(), /\/catalog\/default\/resource\/ws-/);
});

test('the organisation is walked with the keyboard alone', async () => {
  const page = await open('/organisation', 'Workloads');
  const tree = page.getByRole('treegrid');
  await tree.getByRole('row', { name: /^▾?\s*o-/ }).focus();
  await page.keyboard.press('End');
  const focused = page.locator('[role=row]:focus');
  await focused.filter({ hasText: 'acme-management' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await focused.filter({ hasText: 'Workloads' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await focused.filter({ hasText: 'Beta' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await focused.filter({ hasText: 'Workloads' }).waitFor();
  assert.equal(await focused.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Tab');
  assert.equal(
    await page.evaluate(() => document.activeElement?.textContent),
    'Workloads',
  );
  await page
    .getByRole('searchbox', { name: 'Unit or account' })
    .fill('100000000901');
  await tree.getByText('Suspended').waitFor();
  await keepScreenshot(page, 'accounts-organisation-sought');
});

test('a Region tells what would be lost with it, and whose that is', async () => {
  const page = await open('/regions', /Choose a Region/);
  await page.getByRole('link', { name: 'us-east-1' }).click();
  const lost = page.getByRole('region', { name: /lost if us-east-1 failed$/ });
  await lost.getByRole('link', { name: 'team-shop' }).first().waitFor();
  assert.deepEqual(query(page), { region: 'us-east-1' });
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('option', { name: 'What would run on' }).click();
  await page
    .getByRole('region', { name: /run on elsewhere if us-east-1 failed$/ })
    .getByText('eu-west-1')
    .first()
    .waitFor();
  await keepScreenshot(page, 'accounts-region-kept');
});

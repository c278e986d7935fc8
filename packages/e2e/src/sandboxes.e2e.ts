import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  keepScreenshot,
  launchBrowser,
  openAsGuest,
  portalUrl,
} from './portal';
import { workspacesOf } from './sandbox';

const NAME = 'tryout';

let browser: Browser;
let page: Page;

before(async () => {
  browser = await launchBrowser();
  page = await openAsGuest(browser);
});

after(() => browser.close());

/** A sentence that must appear, and be seen. */
const appears = (text: string | RegExp, timeout = 60_000) =>
  page.getByText(text).first().waitFor({ timeout });

const openEnvironment = () =>
  page.goto(`${portalUrl}/catalog/default/component/${NAME}`);

test('a sandbox environment is created from a form', async () => {
  await page.goto(`${portalUrl}/create/templates/default/sandbox-environment`);
  await page.getByLabel(/^Name/).fill(NAME);
  await page.getByLabel(/^Product/).fill('shop');
  await page
    .getByRole('option', { name: /^(system:default\/)?shop$/i })
    .click();
  await page.getByLabel(/^Description/).fill('Tries a new checkout');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: /Region/ }).click();
  await page.getByRole('option', { name: 'us-east-1' }).click();
  await keepScreenshot(page, 'sandbox-form');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await page
    .getByRole('link', { name: 'Watch the rollout' })
    .waitFor({ timeout: 120_000 });
  await keepScreenshot(page, 'sandbox-task');
  await page.getByRole('link', { name: 'Watch the rollout' }).click();
  await appears('The placement is applied.', 120_000);
  await keepScreenshot(page, 'sandbox-rollout');
});

test('it says where it is, and is extended', async () => {
  await openEnvironment();
  await page
    .getByRole('link', { name: `https://${NAME}.sandbox.acme.example` })
    .waitFor();
  await appears(/^in 7 days/);
  await keepScreenshot(page, 'sandbox-environment');
  await page.getByRole('button', { name: 'Extend' }).click();
  await page.getByRole('radio', { name: /^3 days/ }).check({ force: true });
  await keepScreenshot(page, 'sandbox-extend');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Extend' })
    .click();
  await appears(/^It now expires/);
  await appears(/^in 10 days/);
});

test('it is deleted, and leaves the catalog', async () => {
  await page.goto(`${portalUrl}/soa-delivery/sandbox-environments`);
  const listed = page.getByRole('link', { name: NAME });
  await listed.waitFor();
  await keepScreenshot(page, 'sandbox-environments');
  await listed.click();
  await page.getByRole('button', { name: 'Delete now' }).click();
  await appears(`workspace ${NAME}-sandbox-use1`);
  await keepScreenshot(page, 'sandbox-delete');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Delete now' })
    .click();
  await appears(/ Being destroyed$/);
  await keepScreenshot(page, 'sandbox-destroying');
  await page.goto(`${portalUrl}/soa-delivery/sandbox-environments`);
  await appears('No sandbox environment', 120_000);
  assert.deepEqual(await workspacesOf(NAME), []);
  await openEnvironment();
  await appears(/not found/i);
  await keepScreenshot(page, 'sandbox-gone');
});

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

export const portalUrl = `http://localhost:${
  process.env.SOA_PORTAL_PORT ?? '3000'
}`;

const screenshots = process.env.SOA_SCREENSHOTS ?? 'screenshots';

/** A Chromium that makes no connections of its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.SOA_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

interface Options {
  path?: string;
  theme?: 'light' | 'dark';
  language?: 'en' | 'ja';
}

/** A page on which the guest has signed in, at the given path. */
export function openAsGuest(
  browser: Browser,
  options: Options = {},
): Promise<Page> {
  return openAs(browser, 'Guest', options);
}

/** A page, in a browser's session of its own, on which somebody has signed in. */
export async function openAs(
  browser: Browser,
  person: 'Guest' | 'Dana Ortiz' | 'Mika Saito',
  options: Options = {},
): Promise<Page> {
  const { path = '/', theme = 'light', language = 'en' } = options;
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: theme,
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  await context.addInitScript(
    chosen => localStorage.setItem('language', chosen),
    language,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(portalUrl + path);
  await page
    .getByRole('listitem')
    .filter({ has: page.getByText(person, { exact: true }) })
    .getByRole('button')
    .click();
  await page.getByRole('link', { name: 'Create' }).first().waitFor();
  return page;
}

/** Keeps a picture of the page for people to look at. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({
    path: join(screenshots, `${name}.png`),
    animations: 'disabled',
  });
}

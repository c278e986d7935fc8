import { chromium } from 'playwright-core';

const STEPS = 60;
const STEP_PIXELS = 400;

/**
 * How much work a browser has with the matrix while somebody scrolls through it, both
 * ways: the longest task in milliseconds, and the most nodes of the document.
 */
export async function matrixScrolling({ url, executablePath }) {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    });
    page.setDefaultTimeout(120_000);
    await page.goto(`${url}/soa-accounts/matrix?environment=prod`);
    await page.getByRole('button', { name: 'Enter' }).click();
    const matrix = page.getByRole('grid').or(page.getByRole('table')).first();
    await matrix.waitFor();
    const size = await page.evaluate(() => {
      const table = document.querySelector('[aria-rowcount]');
      return [
        Number(table?.getAttribute('aria-rowcount')),
        Number(table?.getAttribute('aria-colcount')),
      ];
    });
    await page.evaluate(() => {
      window.longest = 0;
      new PerformanceObserver(list => {
        for (const { duration } of list.getEntries()) {
          window.longest = Math.max(window.longest, duration);
        }
      }).observe({ type: 'longtask' });
    });
    await matrix.hover({ position: { x: 400, y: 200 } });
    let nodes = 0;
    for (let step = 0; step < STEPS; step += 1) {
      const isDown = step % 3 < 2;
      await page.mouse.wheel(
        isDown ? 0 : STEP_PIXELS,
        isDown ? STEP_PIXELS : 0,
      );
      nodes = Math.max(
        nodes,
        await page.evaluate(
          () =>
            new Promise(resolve => {
              requestAnimationFrame(() =>
                resolve(document.querySelectorAll('*').length),
              );
            }),
        ),
      );
    }
    const longest = await page.evaluate(() => window.longest);
    return { longest, nodes, rows: size[0], columns: size[1] };
  } finally {
    await browser.close();
  }
}

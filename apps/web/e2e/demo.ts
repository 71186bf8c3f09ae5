import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type RunningServer, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

/** The demonstration workspace and a browser, for all tests of a file. */
export interface Demo {
  readonly server: RunningServer;
  readonly browser: Browser;
  /** Opens a page at an address of the product and waits until it stands whole and nothing more is loaded. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Starts the demonstration before the tests of the file that calls it, and stops it after them. */
export function startDemo(usual: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }): Demo {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = [await startServer({ DEMO: '1' }), await openBrowser()];
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    async open(path, options = {}) {
      const context = await browser.newContext({ locale: 'zh-CN', ...usual, ...options });
      const page = await context.newPage();
      await page.goto(server.address + path, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      // the first screen stands before the rest of the page
      await page.locator('.early').waitFor({ state: 'detached' });
      return page;
    },
  };
}

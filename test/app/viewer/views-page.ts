import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { ViewPlane } from '../../../src/app/viewer/scene';
import { launchBrowser, servePage } from './browser';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The middle of a scene's pictures and their size, mm (across, down). */
export interface PictureSizes {
  readonly middle: Readonly<Record<ViewPlane, readonly [number, number]>>;
  readonly size: Readonly<Record<ViewPlane, readonly [number, number]>>;
}

export const middleOf = ({ x, y, width, height }: Box): [number, number] => [x + width / 2, y + height / 2];

/** Grey of a linear window (PS3.3 C.11.2.1.2 without its half units, as cornerstone draws it). */
export const grey = (hu: number, centre: number, width: number) =>
  Math.min(255, Math.max(0, ((hu - centre) / width + 0.5) * 255));

export const near = (colour: readonly number[], wanted: readonly number[], by = 2) =>
  colour.forEach((c, n) => expect(Math.abs(c - wanted[n]), `${colour} for ${wanted}`).toBeLessThanOrEqual(by));

/** A page with three views in a browser, new for each test of the file that calls this. No test may leave a message. */
export class ViewsPage {
  browser!: Browser;
  page!: Page;
  site!: Awaited<ReturnType<typeof servePage>>;
  private shots = '';
  readonly errors: string[] = [];

  constructor(
    folder: string,
    readonly query: string,
    private readonly pictures: PictureSizes,
  ) {
    beforeAll(async () => {
      [this.browser, this.site, this.shots] = await Promise.all([
        launchBrowser(),
        servePage(folder),
        mkdtemp(join(tmpdir(), 'views-')),
      ]);
    });
    afterAll(async () => {
      await this.browser?.close();
      await this.site?.close();
      if (this.shots) await rm(this.shots, { recursive: true, force: true });
    });
    beforeEach(() => this.open(query));
    afterEach(async () => {
      await this.page.close();
      expect(this.errors).toEqual([]);
    });
  }

  async open(query: string): Promise<void> {
    this.errors.length = 0;
    if (this.page && !this.page.isClosed()) await this.page.close();
    this.page = await this.browser.newPage({ viewport: { width: 1100, height: 700 } });
    this.page.on('pageerror', (error) => this.errors.push(String(error)));
    this.page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.errors.push(message.text());
    });
    await this.page.goto(`${this.site.url}${query}`);
    await this.part('axial', 'position').filter({ hasText: 'mm' }).waitFor();
    await this.settle();
  }

  part(view: ViewPlane, name: string): Locator {
    return this.page.locator(`[data-view=${view}] [data-part=${name}]`);
  }

  async boxOf(view: ViewPlane): Promise<Box> {
    return (await this.part(view, 'stage').boundingBox())!;
  }

  async text(view: ViewPlane, name: string): Promise<string> {
    return (await this.part(view, name).textContent()) ?? '';
  }

  /** Two frames, and what React does after them. */
  settle(): Promise<unknown> {
    return this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))),
    );
  }

  /** Pixels of the screen for each mm while the whole picture is shown. */
  pxPerMm(view: ViewPlane, box: Box): number {
    const { size } = this.pictures;
    return Math.min(box.width / size[view][0], box.height / size[view][1]);
  }

  /** Where (across, down) is on the screen while the whole picture is shown. */
  onScreen(view: ViewPlane, box: Box, across: number, down: number): [number, number] {
    const k = this.pxPerMm(view, box);
    const [middleAcross, middleDown] = this.pictures.middle[view];
    return [box.x + box.width / 2 + (across - middleAcross) * k, box.y + box.height / 2 + (down - middleDown) * k];
  }

  /** Red, green and blue on the screen. */
  async colours(places: readonly (readonly [number, number])[]): Promise<number[][]> {
    const png = (await this.page.screenshot({ path: join(this.shots, 'screen.png') })).toString('base64');
    return this.page.evaluate(
      async ([data, at]) => {
        const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d', { willReadFrequently: true })!;
        context.drawImage(picture, 0, 0);
        return at.map(([x, y]) => [...context.getImageData(Math.floor(x), Math.floor(y), 1, 1).data.slice(0, 3)]);
      },
      [png, places] as const,
    );
  }
}

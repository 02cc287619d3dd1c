import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { partName } from '../src/files/part-files';

const whole = z.number().int().min(-100_000).max(100_000);
const windowState = z.object({
  x: whole.exactOptional(),
  y: whole.exactOptional(),
  width: whole.positive(),
  height: whole.positive(),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowState>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const SMALLEST = { width: 960, height: 640 };
const USUAL: WindowState = { width: 1440, height: 900, maximized: false };
/** As much of the title bar must be in sight as a hand needs to take hold of it. */
const GRIP = { width: 120, height: 32 };

/** The window as it was left; the usual one where that is not known. */
export function readWindowState(file: string): WindowState {
  try {
    return windowState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return USUAL;
  }
}

/** Also called while the window closes, hence not asynchronous. Failing to remember a window is not worth a word. */
export function writeWindowState(file: string, state: WindowState): void {
  const temporary = path.join(path.dirname(file), partName(path.basename(file), randomBytes(4).toString('hex')));
  try {
    writeFileSync(temporary, `${JSON.stringify(state)}\n`, { flush: true, mode: 0o600 });
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}

/** A window that can be seen and held on the displays that there are: one may have been unplugged since. */
export function fitToDisplays(state: WindowState, displays: readonly Area[]): WindowState {
  const { x, y } = state;
  const home = displays.find((area) => x !== undefined && y !== undefined && holds(area, { ...state, x, y })) ?? displays[0];
  const width = Math.min(Math.max(state.width, SMALLEST.width), home.width);
  const height = Math.min(Math.max(state.height, SMALLEST.height), home.height);
  const kept = x !== undefined && y !== undefined && holds(home, { x, y, width, height });
  return { width, height, maximized: state.maximized, ...(kept ? { x, y } : {}) };
}

function holds(area: Area, { x, y, width }: Area): boolean {
  const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return seen >= Math.min(GRIP.width, width) && y >= area.y && y + GRIP.height <= area.y + area.height;
}

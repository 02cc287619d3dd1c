import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';
import type { Driven } from './driven';

/** Things in page and worker that somebody still holds, each by its own kind. */
export interface Things {
  readonly workers: number;
  /** Of documents and of what was taken out of them. */
  readonly nodes: number;
  readonly listeners: number;
  /** Contexts that something is drawn in; of WebGL a browser gives a page no more than 16. */
  readonly contexts: number;
  readonly contextsWebGL: number;
  /** Ends of channels between page and worker. */
  readonly ports: number;
  /** Files that were chosen, and others as the page and the worker know them. */
  readonly files: number;
  /** What the program's own process has open in the system; 0 of a browser, which opens for itself, or where it is not told. */
  readonly open: number;
}

/** Memory, MB, after a collection; NaN where it is not told. */
export interface Memory {
  /** Resident, of the processes: of the page as it was met, and after the collection. */
  readonly met: number;
  readonly page: number;
  readonly main: number;
  readonly drawing: number;
  /** In JavaScript, and in blocks of numbers. */
  readonly pageHeap: number;
  readonly workerHeap: number;
  readonly pageBlocks: number;
  readonly workerBlocks: number;
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

type Ask = (method: string, params?: object) => Promise<unknown>;

const MB = 2 ** 20;
const SETTLES_MS = 1500;
const CONTEXTS = ['CanvasRenderingContext2D', 'OffscreenCanvasRenderingContext2D'];
const CONTEXTS_WEBGL = ['WebGLRenderingContext', 'WebGL2RenderingContext'];

function residentMB(pid: number | undefined): number {
  const status = `/proc/${pid}/status`;
  const found = existsSync(status) ? /VmRSS:\s+(\d+) kB/.exec(readFileSync(status, 'utf8')) : null;
  return found ? Math.round(Number(found[1]) / 1024) : Number.NaN;
}

function openIn(pid: number | undefined): number {
  const descriptors = `/proc/${pid}/fd`;
  return existsSync(descriptors) ? readdirSync(descriptors).length : 0;
}

/** How many objects of a kind are held. Asking collects first. */
async function held(ask: Ask, kind: string): Promise<number> {
  const { result: prototype } = (await ask('Runtime.evaluate', {
    expression: `globalThis.${kind}?.prototype`,
    objectGroup: 'counted',
  })) as { result: { objectId?: string } };
  if (prototype.objectId === undefined) return 0;
  const { objects } = (await ask('Runtime.queryObjects', {
    prototypeObjectId: prototype.objectId,
    objectGroup: 'counted',
  })) as { objects: { objectId: string } };
  const { result } = (await ask('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  })) as { result: { value: number } };
  // What is counted would be held by having been counted.
  await ask('Runtime.releaseObjectGroup', { objectGroup: 'counted' });
  return result.value;
}

/** Counts in one window, by the protocol of its engine's developer tools. */
export class Counting {
  private readonly workers = new Set<string>();
  private readonly answers = new Map<number, (answer: { result?: unknown }) => void>();
  private asked = 0;

  private constructor(
    private readonly app: Driven,
    private readonly session: CDPSession,
  ) {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') this.workers.add(sessionId);
    });
    session.on('Target.detachedFromTarget', ({ sessionId }) => void this.workers.delete(sessionId));
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const answer = JSON.parse(message) as { id?: number; result?: unknown };
      if (answer.id !== undefined) this.answers.get(answer.id)?.(answer);
    });
  }

  static async in(app: Driven): Promise<Counting> {
    const session = await app.page.context().newCDPSession(app.page);
    const counting = new Counting(app, session);
    await session.send('Performance.enable');
    // Not flat: a session of this driver has no way to speak to one below it but by messages.
    await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    return counting;
  }

  private readonly askPage: Ask = (method, params) => this.session.send(method as 'Runtime.evaluate', params as never);

  private readonly askWorker =
    (sessionId: string): Ask =>
    async (method, params = {}) => {
      const id = ++this.asked;
      const answered = new Promise<{ result?: unknown }>((resolve) => this.answers.set(id, resolve));
      const message = JSON.stringify({ id, method, params });
      await this.session.send('Target.sendMessageToTarget', { sessionId, message });
      const { result } = await answered;
      this.answers.delete(id);
      return result;
    };

  private get all(): readonly Ask[] {
    return [...[...this.workers].map(this.askWorker), this.askPage];
  }

  /** Twice: what the first lets go of, in the page or the worker, may be what the other held. */
  private async collect(): Promise<void> {
    for (let n = 0; n < 2; n++) for (const ask of this.all) await ask('HeapProfiler.collectGarbage');
  }

  private async heldOf(kinds: readonly string[]): Promise<number> {
    let count = 0;
    for (const ask of this.all) for (const kind of kinds) count += await held(ask, kind);
    return count;
  }

  /** A browser keeps a process for the next page ready: the larger one has this page. */
  private async pageMB(): Promise<number> {
    return Math.max(...(await this.app.processes()).pages.map(residentMB));
  }

  /** What is collected is given back beside everything else: when no less is there than a while before. */
  private async settledMB(): Promise<number> {
    let least = Number.POSITIVE_INFINITY;
    for (let now = await this.pageMB(); now < least; now = await this.pageMB()) {
      least = now;
      await new Promise((resolve) => setTimeout(resolve, SETTLES_MS));
    }
    return least;
  }

  async things(): Promise<Things> {
    await this.collect();
    const [contexts, contextsWebGL] = [await this.heldOf(CONTEXTS), await this.heldOf(CONTEXTS_WEBGL)];
    const [ports, files] = [await this.heldOf(['MessagePort']), await this.heldOf(['File'])];
    const { metrics } = await this.session.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
    return {
      workers: this.workers.size,
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      contexts,
      contextsWebGL,
      ports,
      files,
      open: this.app.kind === 'electron' ? openIn((await this.app.processes()).main) : 0,
    };
  }

  async memory(): Promise<Memory> {
    const met = await this.pageMB();
    await this.collect();
    const page = (await this.askPage('Runtime.getHeapUsage')) as HeapUsage;
    const ofWorkers: HeapUsage[] = [];
    for (const worker of this.workers) ofWorkers.push((await this.askWorker(worker)('Runtime.getHeapUsage')) as HeapUsage);
    const sum = (key: keyof HeapUsage, of: readonly HeapUsage[]) =>
      Math.round(of.reduce((total, each) => total + (each[key] ?? Number.NaN), 0) / MB);
    const { main, gpu } = await this.app.processes();
    return {
      met,
      page: await this.settledMB(),
      main: residentMB(main),
      drawing: residentMB(gpu),
      pageHeap: sum('usedSize', [page]),
      workerHeap: sum('usedSize', ofWorkers),
      pageBlocks: sum('backingStorageSize', [page]),
      workerBlocks: sum('backingStorageSize', ofWorkers),
    };
  }
}

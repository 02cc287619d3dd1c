import { app, type Session } from 'electron';

const OWN_SCHEMES = new Set(['isoeffect:', 'isoeffect-file:', 'devtools:', 'blob:', 'data:']);

export function isOwnAddress(url: string): boolean {
  try {
    return OWN_SCHEMES.has(new URL(url).protocol);
  } catch {
    return false;
  }
}

/** What Chromium would ask of the network by itself, and every name and address but those of a page's UDP. Must be called before the app is ready. */
export function cutChromiumOff(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
}

/** Refuses every request that would leave the program, and counts them. */
export class NetworkGuard {
  #count = 0;

  watch(session: Session): void {
    session.setSpellCheckerEnabled(false);
    session.webRequest.onBeforeRequest(({ url }, answer) => {
      const own = isOwnAddress(url);
      if (!own) this.#count++;
      answer({ cancel: !own });
    });
    session.on('will-download', (event) => event.preventDefault());
  }

  /** An address that the page's policy refused before it became a request. */
  refused(url: string): void {
    if (/^(https?|wss?|ftp):/i.test(url)) this.#count++;
  }

  get count(): number {
    return this.#count;
  }
}

import { app, type Session } from 'electron';

/** No permission is ever given: the app needs no camera, no place, no notification. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** The window stays on its page: no navigation, no further window, no guest page, no way to another computer's. */
export function keepToThePage(): void {
  app.on('web-contents-created', (_event, contents) => {
    // Connections between pages know neither the policy of the page nor requests: they would ask by UDP, and tell addresses.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

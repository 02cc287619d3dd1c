import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../src/app/host/bridge';
import { ASK, TELL } from './channel-names';

function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const heard = (_event: IpcRendererEvent, value: T) => listener(value);
  ipcRenderer.on(channel, heard);
  return () => ipcRenderer.removeListener(channel, heard);
}

const bridge: Bridge = {
  openFolder: () => ipcRenderer.invoke(ASK.openFolder),
  openFiles: () => ipcRenderer.invoke(ASK.openFiles),
  // The path comes from the file itself, here, so that the page cannot name files that were not dropped.
  openDropped: (files) => ipcRenderer.invoke(ASK.openDropped, files.map((file) => webUtils.getPathForFile(file)).filter(Boolean)),
  openCase: () => ipcRenderer.invoke(ASK.openCase),
  openRecent: (path) => ipcRenderer.invoke(ASK.openRecent, path),
  openSample: () => ipcRenderer.invoke(ASK.openSample),
  recent: () => ipcRenderer.invoke(ASK.recent),
  save: (request) => ipcRenderer.invoke(ASK.save, request),
  saveDraft: (key, content) => ipcRenderer.invoke(ASK.saveDraft, key, content),
  drafts: () => ipcRenderer.invoke(ASK.drafts),
  readDraft: (key) => ipcRenderer.invoke(ASK.readDraft, key),
  openDraft: (key) => ipcRenderer.invoke(ASK.openDraft, key),
  placeFor: (request) => ipcRenderer.invoke(ASK.placeFor, request),
  keeping: () => ipcRenderer.invoke(ASK.keeping),
  keepNothing: (isNothing) => ipcRenderer.invoke(ASK.keepNothing, isNothing),
  clearKept: (kinds) => ipcRenderer.invoke(ASK.clearKept, kinds),
  networkRequests: () => ipcRenderer.invoke(ASK.networkRequests),
  onCommand: (listener) => listen(TELL.command, listener),
  onOpened: (listener) => {
    const end = listen(TELL.opened, listener);
    void ipcRenderer.invoke(ASK.listening);
    return end;
  },
};

contextBridge.exposeInMainWorld('isoeffectBridge', bridge);

// What the page's policy refuses never becomes a request, and is counted all the same.
window.addEventListener('securitypolicyviolation', ({ blockedURI }) => void ipcRenderer.invoke(ASK.refused, blockedURI));

// Menu and dialogs speak the page's language, which may be changed in the page.
const tellLanguage = () => {
  const { lang } = document.documentElement;
  if (lang) void ipcRenderer.invoke(ASK.language, lang);
};
window.addEventListener('DOMContentLoaded', () => {
  new MutationObserver(tellLanguage).observe(document.documentElement, { attributeFilter: ['lang'] });
  tellLanguage();
});

import { MantineProvider } from '@mantine/core';
import i18next from 'i18next';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import type { CourseScene } from '../../../src/app/engine/course-scene';
import { AcceptancePanel } from '../../../src/app/registration/AcceptancePanel';
import { HandPanel } from '../../../src/app/registration/HandPanel';
import { LandmarksPanel } from '../../../src/app/registration/LandmarksPanel';
import { QualityPanel } from '../../../src/app/registration/QualityPanel';
import { StatePanel } from '../../../src/app/registration/StatePanel';
import type { SceneInCase } from '../../../src/app/registration/scene-as-in-case';
import type { Language } from '../../../src/app/words/languages';
import { SCREENS } from '../../../src/app/words/screens';
import { affineMap } from '../../../src/geometry/point-map';
import { IDENTITY } from '../../../src/geometry/transform';
import type { Acceptance } from '../../../src/registration/acceptance';

const map = affineMap(IDENTITY);
const scene = (accepted?: Acceptance): CourseScene => ({
  course: 0,
  name: 'first',
  role: 'prior',
  anatomyFrameUid: '1.1',
  courseFrameUid: '1.2',
  map,
  links: [{ source: 'REG.dcm', method: 'dicom', fromFrameUid: '1.1', toFrameUid: '1.2', map, ...(accepted && { accepted }) }],
  outlines: [],
});

async function html(language: Language, of: ReactElement): Promise<string> {
  const i18n = i18next.createInstance();
  const { registration, shell } = SCREENS[language];
  await i18n.init({ lng: language, resources: { [language]: { registration, shell } }, interpolation: { escapeValue: false } });
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n }, createElement(MantineProvider, null, of)));
}
const acceptance = (isTried: boolean, accepted?: Acceptance, covered: readonly string[] = ['first']) =>
  createElement(AcceptancePanel, { scene: scene(accepted), isTried, covered, onAccept: () => {} });
const buttons = (text: string) => [...text.matchAll(/<button[^>]*>/g)].map(([tag]) => tag);

describe.each(['en', 'zh', 'ja'] as const)('while something is tried, in %s', (language) => {
  const { tried, accept } = SCREENS[language].registration;

  it('every part that shows it says so, and none does otherwise', async () => {
    const shown = (isTried: boolean) => [
      createElement(QualityPanel, { quality: undefined, hasMap: true, isTried }),
      createElement(HandPanel, { planned: undefined, prior: undefined, shown: map, isTried, onMap: () => {} }),
      createElement(LandmarksPanel, {
        pairs: [{ name: 'carina', plannedMm: [0, 0, 0], priorMm: [0, 0, 0] }],
        quality: undefined,
        isTried,
        onPairs: () => {},
        onFit: () => {},
      }),
    ];
    for (const part of shown(true)) expect(await html(language, part)).toContain(tried.shown);
    for (const part of shown(false)) expect(await html(language, part)).not.toContain(tried.shown);
  });

  it('the acceptance says that it is of the registration in the case', async () => {
    const accepted = { by: 'Dr Sleepy', on: '2026-11-27' };
    expect(await html(language, acceptance(true, accepted))).toContain(accept.ofTheCase);
    expect(await html(language, acceptance(false, accepted))).not.toContain(accept.ofTheCase);
    expect(await html(language, acceptance(true))).toContain(accept.ofTheCase);
  });

  it('nothing can be accepted', async () => {
    const text = await html(language, acceptance(true));
    expect(buttons(text)).toHaveLength(1);
    expect(buttons(text)[0]).toContain('disabled');
    for (const [field] of text.matchAll(/<input[^>]*>/g)) expect(field).toContain('disabled');
  });
});

describe.each(['en', 'zh', 'ja'] as const)('while what was put into the case is computed, in %s', (language) => {
  const { state, accept } = SCREENS[language].registration;
  const shown = (of: Partial<SceneInCase>) =>
    createElement(StatePanel, {
      scene: { ...scene(), ...of },
      isApart: false,
      candidate: undefined,
      carried: ['first'],
      onUse: () => {},
      onDiscard: () => {},
    });

  it('the state says so, and neither that nothing carries the course nor that it is accepted', async () => {
    const coming = await html(language, shown({ awaited: 'computed' }));
    expect(coming).toContain(state.computed);
    expect(coming).toContain(state.notAccepted);
    const unknown = await html(language, shown({ awaited: 'computed', map: undefined, links: [] }));
    expect(unknown).toContain(state.computed);
    expect(unknown).not.toContain(state.none);
    expect(await html(language, shown({ awaited: 'refused', map: undefined, links: [] }))).toContain(state.refused);
    expect(await html(language, shown({}))).not.toContain(state.computed);
  });

  it('nothing can be accepted, and no acceptance be taken back', async () => {
    for (const accepted of [undefined, { by: 'Dr Sleepy', on: '2026-11-27' }]) {
      const of = { scene: scene(accepted), isTried: false, isAwaited: true, covered: ['first'], onAccept: () => {} };
      const text = await html(language, createElement(AcceptancePanel, of));
      expect(text).toContain(accept.awaited);
      for (const button of buttons(text)) expect(button).toContain('disabled');
    }
  });
});

describe('an acceptance that is of several courses', () => {
  it('names them before it is given, on the button too, and afterwards', async () => {
    const covered = ['Boost20', 'dCRT 50.4'];
    const before = await html('en', acceptance(false, undefined, covered));
    expect(before).toContain('Accepting it is for “Boost20”, “dCRT 50.4”');
    expect(before).toContain('Accept it for these 2 courses');
    const after = await html('en', acceptance(false, { by: 'A', on: '2026-11-27' }, covered));
    expect(after).toContain('It holds for “Boost20”, “dCRT 50.4”');
    expect(await html('en', acceptance(false))).toContain('Accept this registration');
  });
});

describe.each(['en', 'zh', 'ja'] as const)('of a course that by the user’s word is not placed, in %s', (language) => {
  const { state } = SCREENS[language].registration;
  const by = { by: 'Dr. A', on: '2026-01-02' };
  const panels = (isApart: boolean) => [
    createElement(StatePanel, {
      scene: scene(by) as SceneInCase,
      isApart,
      candidate: undefined,
      carried: ['first'],
      onUse: () => {},
      onDiscard: () => {},
    }),
    createElement(AcceptancePanel, { scene: scene(by), isApart, isTried: false, covered: ['first'], onAccept: () => {} }),
  ];

  it('nothing is told as accepted, nor can it be, though a file could carry it', async () => {
    const [said, acceptance] = await Promise.all(panels(true).map((each) => html(language, each)));
    expect(said).toContain(state.apart);
    expect(said).not.toContain('Dr. A');
    expect(said).not.toContain('REG.dcm');
    expect(acceptance).not.toContain('<button');
  });

  it('and both are there again once it is placed', async () => {
    const [said, acceptance] = await Promise.all(panels(false).map((each) => html(language, each)));
    expect(said).toContain('Dr. A');
    expect(buttons(acceptance)).toHaveLength(1);
  });
});

/*
 * The order of the rooms (docs/architecture.md): imports point from later ones to earlier ones, type imports included.
 */
const ROOMS = [
  'files',
  'findings',
  'dicom',
  'geometry',
  'radiobiology',
  'effect',
  'dvh',
  'study',
  'registration',
  'constraints',
  'case',
  'inspection',
  'evaluation',
  'figures',
  'assessment',
  'report',
  'cli',
];
/** Of the window; rooms of one line do not know each other. */
const APP = [
  ['host'],
  ['viewer'],
  ['words'],
  ['engine'],
  ['fusion', 'state'],
  ['statements'],
  ['patient'],
  ['study', 'case', 'registration', 'assess'],
  ['shell'],
];

const laterThan = (rooms, root) =>
  rooms.slice(0, -1).map((room, n) => ({
    name: `${room} knows nothing later`,
    severity: 'error',
    from: { path: `^${root}/${room}/` },
    to: { path: `^${root}/(${rooms.slice(n + 1).join('|')})/` },
  }));

const appOrder = APP.flatMap((line, n) => {
  const later = APP.slice(n + 1).flat();
  return line.map((room) => ({
    name: `app/${room} knows nothing later or beside it`,
    severity: 'error',
    from: { path: `^src/app/${room}/` },
    to: { path: `^src/app/(${[...line.filter((other) => other !== room), ...later].join('|')})/` },
  }));
});

module.exports = {
  forbidden: [
    { name: 'no circle', severity: 'error', from: {}, to: { circular: true } },
    ...laterThan(ROOMS, 'src'),
    {
      name: 'the core knows no window',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app/' },
      to: { path: '^(src/app/|electron/)|node_modules/(react|react-dom|electron|cornerstone-core|@mantine)/' },
    },
    {
      name: 'the window knows no command line',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^src/cli/' },
    },
    ...appOrder,
    {
      name: 'electron computes nothing',
      severity: 'error',
      from: { path: '^electron/' },
      to: {
        path: '^src/',
        pathNot: '^src/(app/host|app/words|files|report/own-result|input-error|newer-version|printable|version)',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};

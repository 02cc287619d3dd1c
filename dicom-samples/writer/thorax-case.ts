export const THORAX_CASE = {
  isoeffectCase: 1,
  courses: [
    {
      name: 'dCRT 2022',
      role: 'prior',
      started: '2022-01-24',
      completed: '2022-03-04',
      phases: [{ dose: 'prior/RD.dcm', plan: 'prior/RP.dcm' }],
      structures: 'prior/RS.dcm',
      targets: [{ roi: 'PTV', doseGy: 50.4 }],
    },
    {
      name: 'Salvage 2023',
      role: 'planned',
      starts: '2023-06-01',
      concurrentChemotherapy: 'yes',
      phases: [{ dose: 'planned/RD.dcm', plan: 'planned/RP.dcm' }],
      targets: [
        { roi: 'PTV_5040', doseGy: 50.4 },
        { roi: 'PTV_5880', doseGy: 58.8 },
      ],
    },
  ],
  structures: 'planned/RS.dcm',
  registrations: ['registration/REG.dcm'],
  constraints: ['reirradiation-thorax', 'hytec-cord'],
};

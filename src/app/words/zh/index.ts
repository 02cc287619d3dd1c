import type { CoreWords } from '../core-words';
import { anatomy } from './anatomy';
import { assessment } from './assessment';
import { dicom } from './dicom';
import { dose } from './dose';
import { drawn } from './drawn';
import { geometry } from './geometry';
import { ownValues } from './own-values';
import { plausibility } from './plausibility';
import { guesses, missing } from './proposal';
import { radiation } from './radiation';
import { reading } from './reading';
import { reasons } from './reasons';
import { registration } from './registration';
import { study } from './study';
import { unconfirmed } from './unconfirmed';

/** 简体中文. */
export const zh: CoreWords = {
  findings: {
    ...dicom,
    ...study,
    ...dose,
    ...geometry,
    ...reading,
    ...registration,
    ...anatomy,
    ...assessment,
    ...plausibility,
    ...unconfirmed,
    ...radiation,
    ...drawn,
    ...ownValues,
  },
  guesses,
  missing,
  reasons,
};

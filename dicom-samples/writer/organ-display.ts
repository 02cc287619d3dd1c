import type { SolidName } from './anatomy';

/** RT ROI Interpreted Type, colour and number of contour points of each ROI: chords stay within 0.02 mm of the outline. */
export const DISPLAY: Record<SolidName, { type: string; colour: readonly [number, number, number]; points: number }> = {
  BODY: { type: 'EXTERNAL', colour: [160, 160, 160], points: 300 },
  Lung_L: { type: 'ORGAN', colour: [110, 170, 230], points: 272 },
  Lung_R: { type: 'ORGAN', colour: [70, 130, 200], points: 272 },
  SpinalCord: { type: 'ORGAN', colour: [240, 200, 40], points: 96 },
  SpinalCord_PRV05: { type: 'AVOIDANCE', colour: [250, 230, 140], points: 96 },
  Esophagus: { type: 'ORGAN', colour: [200, 130, 70], points: 96 },
  Heart: { type: 'ORGAN', colour: [220, 90, 110], points: 152 },
  Trachea: { type: 'ORGAN', colour: [90, 200, 190], points: 96 },
  A_Aorta: { type: 'ORGAN', colour: [190, 50, 50], points: 96 },
  GTV_Recurrence: { type: 'GTV', colour: [150, 60, 160], points: 96 },
  PTV_5040: { type: 'PTV', colour: [60, 140, 70], points: 128 },
  PTV_5880: { type: 'PTV', colour: [230, 110, 30], points: 112 },
  PTV: { type: 'PTV', colour: [60, 140, 70], points: 128 },
};

import { VIEWER_TEXT, type ViewerText } from '../viewer/viewer-text';
import type { Language } from './languages';

const zh: ViewerText = {
  ...VIEWER_TEXT,
  views: { axial: '横断面', coronal: '冠状面', sagittal: '矢状面' },
  pictureName: (view) => `${zh.views[view]}视图`,
  window: (centre, width) => `窗位 ${Math.round(centre)} 窗宽 ${Math.round(width)}`,
  outsideDose: '剂量网格之外',
  maximise: '放大此视图',
  restore: '恢复三视图',
  fit: '适合窗口',
};

const ja: ViewerText = {
  ...VIEWER_TEXT,
  views: { axial: '横断像', coronal: '冠状断像', sagittal: '矢状断像' },
  pictureName: (view) => `${ja.views[view]}ビュー`,
  window: (centre, width) => `WL ${Math.round(centre)} WW ${Math.round(width)}`,
  outsideDose: '線量グリッド外',
  maximise: 'このビューを拡大',
  restore: '三断面に戻す',
  fit: 'ウィンドウに合わせる',
};

/** The words of the pictures in each language. */
export const VIEWER_WORDS: Readonly<Record<Language, ViewerText>> = { en: VIEWER_TEXT, zh, ja };

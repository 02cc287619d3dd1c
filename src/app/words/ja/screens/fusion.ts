import type { en } from '../../en/screens/fusion';

/** Japanese of the registration pictures. */
export const ja: typeof en = {
  look: {
    label: '二つのCTの表示方法',
    blend: '重ね合わせ',
    checkerboard: 'チェッカー',
    split: '分割',
    difference: '差分',
    share: '既照射CTの割合',
    tile: '升目の一辺',
    line: '分割線の位置',
    plannedEnd: '今回計画',
    priorEnd: '既照射',
    percent: '{{value}} %',
    mm: '{{value}} mm',
  },
  tool: {
    label: 'ポインターの働き',
    look: '閲覧',
    move: '移動',
    pick: 'ランドマーク',
  },
  window: { label: 'ウィンドウ', softTissue: '軟部', lung: '肺', bone: '骨', mediastinum: '縦隔', own: '任意' },
  shown: {
    blend: '今回計画 {{planned}} % + 既照射 {{prior}} %',
    planned: '今回計画CTのみ',
    prior: '既照射CTのみ',
    checkerboard: '今回計画と既照射を交互に、升目 {{mm}} mm',
    split: '今回計画 | 既照射',
    difference: '橙：今回計画が明るい · 青：既照射が明るい · 灰：同じ',
    contours: '実線：今回計画 · 破線：既照射',
    tried: '試行中・症例に未反映',
    landmarks: '円：今回計画 · ひし形：既照射',
    hatched: '斜線：今回計画CTのみ、ここでは既照射は不明',
    none: '今回計画CTのみ：表示できる既照射CTまたは位置合わせがない',
  },
  readout: {
    planned: '今回計画 {{hu}}',
    prior: '既照射 {{hu}}',
    priorUnknown: 'ここでは既照射は不明',
    here: '表示中：{{course}}',
  },
  hint: {
    look: 'クリック：十字線 · ホイール：スライス送り · Ctrl + ホイール：拡大縮小 · Shift + ドラッグ：移動 · 右ドラッグ：ウィンドウ',
    move: 'ドラッグ：既照射CTを平行移動 · 輪をドラッグ、または Alt + ドラッグ：十字線を中心に回転 · 矢印キー：1 mm、Shift で 0.1 mm · Alt + ← →：1°、Shift で 0.1°',
    pick: 'クリック：ランドマークを置く · スペース：十字線の位置に置く · ホイール：スライス送り · 右ドラッグ：ウィンドウ',
  },
};

import type { en } from '../../en/screens/fusion';

/** Chinese of the registration pictures. */
export const zh: typeof en = {
  look: {
    label: '两套CT的显示方式',
    blend: '混合',
    checkerboard: '棋盘格',
    split: '分割',
    difference: '差异',
    share: '既往CT的比例',
    tile: '方格边长',
    line: '分割线位置',
    plannedEnd: '计划',
    priorEnd: '既往',
    percent: '{{value}} %',
    mm: '{{value}} mm',
  },
  tool: {
    label: '指针的作用',
    look: '浏览',
    move: '移动',
    pick: '标志点',
  },
  window: { label: '窗', softTissue: '软组织', lung: '肺', bone: '骨', mediastinum: '纵隔', own: '自定义' },
  shown: {
    blend: '计划 {{planned}} % + 既往 {{prior}} %',
    planned: '仅计划CT',
    prior: '仅既往CT',
    checkerboard: '计划与既往交替，方格 {{mm}} mm',
    split: '计划 | 既往',
    difference: '橙色：计划更亮 · 蓝色：既往更亮 · 灰色：一致',
    contours: '实线：计划 · 虚线：既往',
    tried: '试用中，未写入病例',
    landmarks: '圆：计划 · 菱形：既往',
    hatched: '斜纹：仅计划CT，此处既往未知',
    none: '仅计划CT：没有可显示的既往CT，或没有配准',
  },
  readout: {
    planned: '计划 {{hu}}',
    prior: '既往 {{hu}}',
    priorUnknown: '此处既往未知',
    here: '此处显示：{{course}}',
  },
  hint: {
    look: '单击：十字线 · 滚轮：翻层 · Ctrl + 滚轮：缩放 · Shift + 拖动：平移 · 右键拖动：窗宽窗位',
    move: '拖动：平移既往CT · 拖动圆环或 Alt + 拖动：绕十字线旋转 · 方向键：1 mm，加 Shift 为 0.1 mm · Alt + ← →：1°，加 Shift 为 0.1°',
    pick: '单击：设置标志点 · 空格：设在十字线处 · 滚轮：翻层 · 右键拖动：窗宽窗位',
  },
};

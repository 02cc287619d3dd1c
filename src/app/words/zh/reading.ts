import type { KeptOut, PixelDoubt, READING } from '../../../findings/reading';
import type { SameWords } from '../../../findings/words';

const WHY: Readonly<Record<KeptOut, string>> = {
  localizer: '它们是定位像',
  frame: '它们属于另一个参考坐标系',
  size: '它们的行数或列数不同',
  orientation: '它们的方向不同',
  'pixel-spacing': '它们的像素大小不同',
  'far-away': '它们远离其他所有层面',
};
const mm = (value: number) => `${Number(value.toFixed(3))} mm`;

const doubt = (why: PixelDoubt): string => {
  if (why.kind === 'missing') return '没有像素';
  return why.kind === 'compressed'
    ? `以 ${why.as} 方式压缩：请以未压缩格式重新导出`
    : `为 ${why.foundBytes} 字节，应为 ${why.neededBytes} 字节`;
};

export const reading: SameWords<typeof READING> = {
  'contour-damaged': {
    title: '损坏的轮廓已略去',
    message: ({ roi, contours, first, found }) =>
      `ROI ${roi}：${contours} 个轮廓无法读取，已略去，其中第一个是轮廓 ${first}（发现 ${found}）：该 ROI 的体积小于勾画的体积。`,
  },
  'pixels-padded': {
    title: '像素之后的字节已跳过',
    message: ({ bytes }) => `最后一个像素之后有 ${bytes} 个多余字节，已跳过。`,
  },
  'dose-read-as-unsigned': {
    title: '有符号的剂量按无符号读取',
    message: ({ voxels, stored }) =>
      `文件称其像素有符号（PixelRepresentation 1；DoseType ${stored} 只有无符号像素）。若如此读取，${voxels} 个体素将低于 0；已按无符号读取。请与计划系统的最高剂量核对。`,
  },
  'structures-without-frame': {
    title: '结构集没有参考坐标系',
    message: () =>
      '结构集及其 ROI 均未注明参考坐标系（ReferencedFrameOfReferenceUID、FrameOfReferenceUID）：无法确定轮廓的位置，也就无法得到其上的剂量。',
  },
  'dose-frames-unsorted': {
    title: '剂量平面次序混乱',
    message: ({ frame, fromMm, toMm }) =>
      `剂量平面既非升序也非降序（GridFrameOffsetVector 在第 ${frame} 个平面处从 ${mm(fromMm)} 到 ${mm(toMm)}）。每个平面按其偏移值所示的位置放置。`,
  },
  'dose-frames-jump': {
    title: '剂量平面之间有空缺',
    message: ({ jumps, fromMm, toMm, usualMm }) =>
      `剂量平面间距大多为 ${mm(usualMm)}，但有 ${jumps} 处空缺明显更大，第一处距首个平面 ${mm(fromMm)} 至 ${mm(toMm)}：可能缺少平面。其间的剂量为插值。`,
  },
  'dose-frames-uneven': {
    title: '剂量平面间距不均匀',
    message: ({ leastMm, mostMm }) => `剂量平面间距为 ${mm(leastMm)} 至 ${mm(mostMm)}；其间的剂量为插值。`,
  },
  'dose-voxels-large': {
    title: '剂量体素过大',
    message: ({ columnMm, rowMm, planeMm }) =>
      `剂量体素为 ${[columnMm, rowMm, planeMm].flatMap((value) => (value === undefined ? [] : mm(value))).join(' × ')}；超过 10 mm 时无法得到器官的剂量。请检查 PixelSpacing 和 GridFrameOffsetVector。`,
  },
  'slice-thickness-differs': {
    title: '层厚与平面间距不符',
    message: ({ thicknessMm, stepMm }) =>
      `SliceThickness 为 ${mm(thicknessMm)}，而剂量平面间距为 ${mm(stepMm)}（GridFrameOffsetVector）；采用偏移值。`,
  },
  'dose-all-zero': {
    title: '剂量处处为零',
    message: () => '没有任何体素的剂量高于 0 Gy：这不可能是一次治疗的剂量。',
  },
  'dose-planes-empty': {
    title: '剂量内部有空平面',
    message: ({ empty, planes, fromMm, toMm }) =>
      `剂量的 ${planes} 个平面中有 ${empty} 个全部为 0 Gy，而且位于有剂量的平面之间（沿平面法线 ${fromMm === toMm ? mm(fromMm) : `${mm(fromMm)} 至 ${mm(toMm)}`}）：剂量不会在相邻平面之间降为零又升高，这些平面已丢失。请重新导出剂量。`,
  },
  'dose-planes-joined': {
    title: '剂量平面已合并',
    message: ({ planes, fromMm, toMm }) =>
      `${planes} 个文件各含同一剂量的一个平面（沿平面法向 ${mm(fromMm)} 至 ${mm(toMm)}）；已合并为一个网格。`,
  },
  'beam-doses-added': {
    title: '已加入其他射束的剂量',
    message: ({ files }) =>
      `病例仅列出此剂量，而它只是一个射束的剂量（BEAM）。同一计划其他射束的剂量位于同一文件夹，已一并相加，因为疗程的剂量是其全部射束之和：${files.join('、')}。`,
  },
  'dose-planes-overlap': {
    title: '剂量平面位置重复',
    message: ({ files, more }) =>
      `${files.join('、')}${more > 0 ? ` 及另外 ${more} 个文件` : ''}含有同一计划剂量的单个平面，其中一些位置相同：未予合并，须说明哪些属于一起。`,
  },
  'same-uid-other-content': {
    title: '两个对象使用同一标识符',
    message: ({ sameAs, uid }) =>
      `该对象与 ${sameAs} 的 SOP Instance UID 相同（${uid}），但内容不同；两者均保留，引用该标识符者可能指其中任何一个。`,
  },
  'dose-delivered': {
    title: '实际照射的剂量',
    message: ({ plannedFractions }) =>
      plannedFractions === undefined
        ? '该剂量为实际照射的剂量（RECORD），而非计划的剂量；按原样使用。'
        : `该剂量为实际照射的剂量（RECORD），而非计划的剂量；视为在计划的全部 ${plannedFractions} 次分次中给予。若实际次数较少，请在病例中给出。`,
  },
  'ct-pixels-unusable': {
    title: 'CT 像素无法读取',
    message: ({ series, slices, of, why }) =>
      `CT 序列 ${series}：${of} 层中有 ${slices} 层的像素无法读取（${doubt(why)}）：既不能显示，也不能用于配准。`,
  },
  'ct-slices-doubled': {
    title: 'CT 层面重复',
    message: ({ series, slices, first, kept }) =>
      `CT 序列 ${series}：${slices} 个层面与另一层面位置相同（${first} 与 ${kept}）；每个位置只用一个。`,
  },
  'ct-slices-kept-out': {
    title: 'CT 层面已排除',
    message: ({ series, slices, kept, why }) =>
      `CT 序列 ${series}：${slices} 个图像不属于其由 ${kept} 个层面组成的图像组，已排除：${WHY[why]}。`,
  },
  'contours-off-their-images': {
    title: '轮廓不在其所勾画的图像上',
    message: ({ contours, compared, mostMm }) =>
      `${compared} 个轮廓中有 ${contours} 个不在其所注明的 CT 图像平面内，相距最多 ${mm(mostMm)}：图像或轮廓可能被移动、镜像或重新导出，图像上显示的可能不是勾画时的内容。`,
  },
  'ct-slices-shifted': {
    title: 'CT 层面相互错位',
    message: ({ series, mostMm }) =>
      `CT 序列 ${series}：各层面在其平面内相互错位最多 ${mm(mostMm)}（机架倾斜）；在图像和自动配准中已校正。`,
  },
};

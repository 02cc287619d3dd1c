import type { ContourCount, DICOM } from '../../../findings/dicom';
import type { SameWords } from '../../../findings/words';

const countOfContours = ({ roi, roiNumber, contours }: ContourCount) => `${roi}（ROI ${roiNumber}）${contours} 个`;

export const dicom: SameWords<typeof DICOM> = {
  'bytes-before-data-set': {
    title: '文件开头有多余字节',
    message: ({ bytes }) => `第一个数据元素之前有 ${bytes} 个多余字节，已跳过。`,
  },
  'no-preamble': {
    title: '缺少 DICOM 前导',
    message: () => '缺少 128 字节的前导和“DICM”标志；已从文件开头读取文件元信息头。',
  },
  'no-file-meta': {
    title: '缺少 DICOM 文件头',
    message: ({ takenAs }) => `文件没有 DICOM 文件元信息头；根据开头的字节按 ${takenAs} 读取。`,
  },
  'no-transfer-syntax': {
    title: '未注明传输语法',
    message: ({ takenAs }) => `文件未注明传输语法；根据开头的字节按 ${takenAs} 读取。`,
  },
  'transfer-syntax-contradicted': {
    title: '传输语法与内容不符',
    message: ({ stated, found }) => `文件声明的传输语法为 ${stated}，但第一个数据元素为 ${found}；已按后者读取。`,
  },
  'identifiers-missing': {
    title: '缺少标识符',
    message: ({ missing }) => `缺少 ${missing.join('、')}：无法通过标识符找到与该对象相关的内容。`,
  },
  'text-undecodable': {
    title: '文字无法解码',
    message: ({ tag, characterSet, text }) =>
      `${tag} 与字符集“${characterSet || 'ISO_IR 6（未注明）'}”不符；显示为“${text}”，可能有误。`,
  },
  'negative-dose': {
    title: '出现负剂量',
    message: () => '剂量网格中有低于 0 的数值；按原值保留。',
  },
  'tps-dvh-unreadable': {
    title: '计划系统的 DVH 无法读取',
    message: ({ where, found }) => `计划系统的一个 DVH 无法读取，已略去（${where}：发现 ${found}）。`,
  },
  'value-passed-over': {
    title: '无法读取的数值',
    message: ({ where, found, isEmptyItem }) =>
      `${where}：发现${isEmptyItem ? '没有坐标系、图像和矩阵的项' : ` ${found}`}。该值已略去，文件其余部分照常使用。`,
  },
  'plan-without-fractions': {
    title: '计划中没有分次信息',
    message: () => '计划中没有分次组：其分次数和射野未知。',
  },
  'plan-beams-missing': {
    title: '计划缺少射野',
    message: ({ beams }) => `计划中没有分次组所引用的射野 ${beams.join('、')} 的内容：文件可能不完整。`,
  },
  'contour-without-points': {
    title: '空轮廓已略去',
    message: ({ roi, contours }) => `ROI ${roi}：${contours} 个没有点的轮廓已略去。`,
  },
  'contour-point-count': {
    title: '轮廓点数不符',
    message: ({ roi, contours }) => `ROI ${roi}：${contours} 个轮廓注明的点数与实际点数不符；采用实际的点。`,
  },
  'contours-without-roi': {
    title: '轮廓没有对应的 ROI',
    message: ({ roiNumber }) => `编号为 ${roiNumber} 的 ROI 的轮廓已略去：结构集中没有该 ROI。`,
  },
  'duplicate-roi-name': {
    title: 'ROI 名称重复',
    message: ({ roi, roiNumbers }) =>
      `有 ${roiNumbers.length} 个 ROI 都名为“${roi}”（编号 ${roiNumbers.join('、')}）：仅凭名称无法确定所指的是哪一个。`,
  },
  'items-without-number': {
    title: '没有 ROI 编号的条目',
    message: ({ rois, contours, observations }) =>
      `因没有 ROI 编号（唯有编号能说明归属）而略去：${[
        rois.length > 0 && `${rois.length} 个 ROI（${rois.map((roi) => `“${roi}”`).join('、')}）`,
        contours > 0 && `${contours} 个 ROI的轮廓`,
        observations > 0 && `${observations} 条观察`,
      ]
        .filter(Boolean)
        .join('、')}。`,
  },
  'contours-open': {
    title: '开放轮廓',
    message: ({ of }) => `开放的轮廓不构成体积：${of.map(countOfContours).join('、')}。`,
  },
  'contours-untyped': {
    title: '未注明类型的轮廓',
    message: ({ of }) => `未注明开放或闭合的轮廓不视为闭合：${of.map(countOfContours).join('、')}。`,
  },
  'contours-interpolated': {
    title: '插值轮廓',
    message: ({ of }) => `以下轮廓为插值所得而非勾画：${of.map(countOfContours).join('、')}。`,
  },
  'roi-observations-missing': {
    title: '缺少 ROI 观测信息',
    message: () => '结构集未注明各 ROI 的类型（缺少 RT ROI Observations）：文件可能不完整。',
  },
  'registration-mirrors': {
    title: '配准使患者镜像翻转',
    message: () => '该配准使患者成为镜像（其行列式小于 0），而同一患者的两次扫描不可能互为镜像：剂量会被带到某一平面的对侧。',
  },
  'registration-scales': {
    title: '配准改变大小',
    message: ({ volumeFactor }) => `该配准使体积变为 ${volumeFactor.toFixed(2)} 倍：带过来的剂量随之伸缩。`,
  },
  'registration-distorts': {
    title: '配准使形状畸变',
    message: ({ least, most }) =>
      `该配准在某一方向使长度变为 ${least.toFixed(2)} 倍，在另一方向变为 ${most.toFixed(2)} 倍（剪切或拉伸）：器官与带过来的剂量随之畸变。`,
  },
  'registration-not-rigid': {
    title: '配准并非刚性',
    message: ({ determinant }) => `该配准标为 RIGID，但含有缩放或剪切（行列式为 ${determinant.toFixed(4)}）；按其原样使用。`,
  },
  'registration-matrix-chain': {
    title: '配准由多个矩阵组成',
    message: ({ frame, matrices }) =>
      `来自坐标系 ${frame} 的配准由 ${matrices} 个矩阵依次组成；先应用列在最前的矩阵（PS3.3 C.20.2.1.1）。各程序的做法不一：请将叠加图像与计划系统的对照。`,
  },
  'date-unreadable': {
    title: '日期无法读取',
    message: ({ tag, written, year }) =>
      year === undefined
        ? `${tag} 为“${written}”，不是日期（YYYYMMDD）：日期未知。`
        : `${tag} 为“${written}”，不是完整日期（YYYYMMDD）：仅知年份。`,
  },
};

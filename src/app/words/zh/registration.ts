import { organWord } from '../../../constraints/organ-word';
import { amountOf, digitsOf } from '../../../figure-digits';
import { besides, type GoalOtherwise } from '../../../findings/otherwise';
import type { MoveWithin, REGISTRATION } from '../../../findings/registration';
import type { SameWords } from '../../../findings/words';
import { organs as NAMES } from './organs';
import { OTHERWISE } from './own-values';

const moved = ({ movedMm, turnedDegrees, isDeformed }: MoveWithin) =>
  `${isDeformed ? '含形变，最大 ' : ''}${movedMm.toFixed(1)} mm，旋转 ${turnedDegrees.toFixed(1)}°`;

export const registration: SameWords<typeof REGISTRATION> = {
  'own-structures-unused': {
    title: '未使用疗程自身的轮廓',
    message: ({ course }) => `疗程“${course}”的结构集不是在其剂量的参考坐标系中勾画的；无法将其剂量与自身轮廓上的剂量比较。`,
  },
  'own-organ-ambiguous': {
    title: '既往疗程中多个 ROI 对应同一器官',
    message: ({ course, organ, rois }) =>
      `疗程“${course}”的结构集中，${rois.join('、')} 均视为${organWord(NAMES, organ)}；不知所指，均不使用。`,
  },
  'sum-above-own-maxima': {
    title: '累积值高于各疗程自身最大值之和',
    message: ({ roi, comparedWith, sumGy, boundGy }) =>
      `${roi}：累积 D0.03cc（${amountOf(sumGy, 'Gy')} EQD2）高于各疗程在${comparedWith === undefined ? '该器官' : `其自身结构中的${organWord(NAMES, comparedWith)}`}内近最大剂量之和（${amountOf(boundGy, 'Gy')}）。${comparedWith === undefined ? '' : `除非 ${roi} 是其他结构，否则`}器官以外的既往剂量被传递到了器官内：请核对该处的配准。`,
  },
  'carried-dose-differs': {
    title: '既往剂量与原轮廓上的不一致',
    message: ({ roi, metric, course, comparedWith, ownGy, carriedGy }) =>
      `${roi}：疗程“${course}”的 ${metric} 在其自身${comparedWith === undefined ? '' : organWord(NAMES, comparedWith)}轮廓上为 ${amountOf(ownGy, 'Gy')} EQD2，传递到当前${comparedWith === undefined ? '' : ` ${roi} 的`}轮廓上为 ${amountOf(carriedGy, 'Gy')}。可能是${comparedWith === undefined ? '' : `${roi} 为其他结构，或`}该器官的勾画不同或更长，或该处的配准不吻合。`,
  },
  'organ-carried-beside-own': {
    title: '传递后的器官偏离其自身轮廓',
    message: ({ roi, course, comparedWith, distanceMm, isApart, goals, redrawn = [], asks }) => {
      const saying = (otherwise: string) => (goal: GoalOtherwise) =>
        `${goal.roi}，${besides(OTHERWISE, goal, undefined, otherwise)}`;
      const each = [...goals.map(saying('将剂量置于该器官上时')), ...redrawn.map(saying('将该器官置于该疗程所勾画之处时'))];
      return `${roi}：疗程“${course}”传递后偏离其自身${comparedWith === undefined ? '' : organWord(NAMES, comparedWith)}轮廓 ${digitsOf(distanceMm, 'mm')} mm${isApart ? '，与当前轮廓几乎没有重叠' : ''}。${each.map((said) => `${said}。`).join('')}可能是该处的配准不吻合，或该器官已移动或勾画不同。${asks ? `需要：另一配准或更正的轮廓，或有人声明 ${roi} 的勾画与传递均正确。` : ''}`;
    },
  },
  'registration-not-checked': {
    title: '配准在部分器官中无从核对',
    message: ({ course, rois, hasStructures, isAlone }) =>
      `疗程“${course}”在 ${rois.join('、')} 中的传递无从核对：${hasStructures ? '其自身结构中没有以可识别名称勾画的该器官' : '病例未指明其自身的结构集'}。${isAlone ? '也没有其他器官或标志点可供核对。' : ''}`,
  },
  'planned-course-carried': {
    title: '计划剂量被传递到另一解剖结构上',
    message: () =>
      '所用结构不是在计划剂量的参考坐标系中勾画的：计划剂量与既往剂量一样，经配准传递到这些结构上。应当评判的是当前的解剖结构；只在其中勾画的器官没有得到评判。',
  },
  'registration-folds': {
    title: '配准发生折叠',
    message: ({ course, cells, determinant, rois }) =>
      `传递疗程“${course}”的形变在其网格的 ${cells} 个单元中发生折叠（雅可比行列式最小值 ${determinant.toFixed(2)}）：解剖结构上的不同点对应到该疗程的同一位置，组织不可能如此。${rois.length > 0 ? `折叠涉及 ${rois.join('、')}：其既往剂量不可信赖。` : '所评估的结构均未涉及。'}`,
  },
  'deformation-does-not-cover-roi': {
    title: '形变场止于结构内部',
    message: ({ roi, course, share }) =>
      `${roi}：传递疗程“${course}”的形变场未覆盖其 ${amountOf(100 * share, '%', 0, 100)}。形变场以外的既往剂量未知，既不按未形变处理，也不按零处理。`,
  },
  'organs-missing-on-course': {
    title: '疗程中缺少器官轮廓',
    message: ({ course, rois }) =>
      `疗程“${course}”未传递到当前解剖结构，而其自身结构集中没有 ${rois.join('、')}：该疗程在这些部位的剂量未知。`,
  },
  'registration-turns': {
    title: '配准使患者转动',
    message: ({ course, degrees }) =>
      `疗程“${course}”的配准使患者转动 ${degrees.toFixed(0)}°。坐标随患者而定，与体位无关，因此同一患者的两次扫描之间几乎不会有转动：该配准可能混淆了坐标轴，或为所需变换的逆变换。`,
  },
  'landmarks-contradict-registration': {
    title: '标志点与配准矛盾',
    message: ({ course, count, meanMm, maxMm, boundMm }) =>
      `疗程“${course}”带过来的位置与其 ${count} 个标志点平均相差 ${digitsOf(meanMm, 'mm', boundMm)} mm（最大 ${digitsOf(maxMm, 'mm')} mm），超过 ${boundMm} mm：该处的配准有误，或标志点有误。`,
  },
  'registrations-disagree': {
    title: '配准之间互相矛盾',
    message: ({ course, used, other, apartMm, boundMm }) =>
      `疗程“${course}”由 ${used.join(' → ')} 传递；若由 ${other.join(' → ')} 传递，其在结构内的位置最多相差 ${digitsOf(apartMm, 'mm', boundMm)} mm，超过 ${boundMm} mm。现采用较短的一条，但两者之中必有一个有误。需要：只保留要使用的配准。`,
  },
  'registration-within-frame': {
    title: '同一参考坐标系内的配准',
    message: ({ frame, ...move }) =>
      `该配准在参考坐标系 ${frame} 内部移动坐标点（${moved(move)}）：同一坐标系的扫描彼此并不重合。该坐标系中既往疗程的剂量未按其移动。需要：每次扫描使用各自坐标系的文件，或由专人说明既往剂量的位置无误。`,
  },
  'registration-names-no-frame': {
    title: '配准未注明参考坐标系',
    message: (move) =>
      `该配准移动图像（${moved(move)}），但未说明图像所在的参考坐标系；因此未采用。需要：注明坐标系的配准，或由专人说明不用该配准时既往剂量的位置无误。`,
  },
  'acceptance-of-another-file': {
    title: '所确认的是另一文件',
    message: ({ by, on }) =>
      `病例中有 ${by}（${on}）对此配准的确认，但其中的哈希值属于另一文件：所确认的并非此文件。在有人重新查看之前，其剂量按未确认处理。`,
  },
  'registration-item-empty': {
    title: '配准既无矩阵也无网格',
    message: ({ frame }) =>
      `到参考坐标系 ${frame} 的配准既没有矩阵，也没有形变网格：坐标点将原样沿用。需要：重新导出的配准，或由专人说明两个坐标系中的坐标相同。`,
  },
};

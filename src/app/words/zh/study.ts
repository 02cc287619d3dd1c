import { amountOf } from '../../../figure-digits';
import { besides } from '../../../findings/otherwise';
import {
  type DatedBy,
  type Differing,
  type GroupWithoutDose,
  type PatientKey,
  type SomeFiles,
  type STUDY,
  valueWords,
} from '../../../findings/study';
import { summands } from '../../../findings/summands';
import type { SameWords } from '../../../findings/words';
import { OTHERWISE } from './own-values';

export const groupWithoutDose = ({ group, fractions, doseGy }: GroupWithoutDose) =>
  `第 ${group} 组（${fractions} 次${doseGy === undefined ? '' : `，按射束为 ${doseGy} Gy`}）`;

const NAMES: Readonly<Record<PatientKey, string>> = {
  id: '患者 ID',
  name: '患者姓名',
  'birth-date': '出生日期',
  sex: '性别',
};
export const DATED: Readonly<Record<DatedBy, string>> = { plan: '计划', study: '检查', structures: '结构集' };
const listed = ({ files, more }: SomeFiles) => files.join('、') + (more > 0 ? ` 及另外 ${more} 个文件` : '');
const differs = (key: PatientKey, { values }: Differing) =>
  `${NAMES[key]}：各文件互不一致。${values.map((each) => `“${valueWords(key, each.value)}”见于 ${listed(each)}`).join('；')}。请确认所有文件属于同一名患者。`;

export const study: SameWords<typeof STUDY> = {
  'patient-id-differs': { title: '患者 ID 不一致', message: (facts) => differs('id', facts) },
  'patient-name-differs': { title: '患者姓名不一致', message: (facts) => differs('name', facts) },
  'patient-names-not-comparable': {
    title: '姓名文字不同，无法比较',
    message: ({ values }) =>
      `患者姓名以不同文字书写，无法比较：${values.map((each) => `“${valueWords('name', each.value)}”见于 ${listed(each)}`).join('；')}。未能凭姓名核对这些文件是否属于同一名患者。`,
  },
  'patient-birth-date-differs': { title: '出生日期不一致', message: (facts) => differs('birth-date', facts) },
  'patient-sex-differs': { title: '性别不一致', message: (facts) => differs('sex', facts) },
  'identity-unknown': {
    title: '身份未知',
    message: ({ written, ...some }) =>
      `身份未知：${listed(some)} 中的 ID 与姓名${written.length === 0 ? '均为空' : `不属于任何患者（${written.map((value) => `“${value}”`).join('、')}）`}。无法据此判断这些文件是谁的、是否属于同一名患者。`,
  },
  'date-cannot-be': {
    title: '不可能的日期',
    message: ({ of, day, why }) =>
      `${DATED[of]}的日期为 ${day}，${why === 'future' ? '尚未到来' : '早于 CT 计划的出现'}：视为未知。`,
  },
  'patient-not-stated': {
    title: '缺少患者信息',
    message: ({ what, files, more }) =>
      files.length === 0
        ? `${NAMES[what]}：所有文件均未注明（或已匿名）；无法据此核对它们是否属于同一名患者。`
        : `${NAMES[what]}：${listed({ files, more })} 未注明（或已匿名）；无法据此核对这些文件是否属于同一名患者。`,
  },
  'object-twice': {
    title: '同一对象重复出现',
    message: ({ sameAs, uid }) => `该对象与 ${sameAs} 相同（SOP Instance UID ${uid}）；只采用一次。`,
  },
  'plan-not-approved': {
    title: '计划未审批',
    message: ({ plan, status }) => `计划 ${plan} 未经审批（审批状态：${status || '未注明'}）；实际治疗可能与此不同。`,
  },
  'plan-of-no-treatment': {
    title: '并非治疗计划',
    message: ({ plan, intent }) =>
      `计划 ${plan} 注明其意图为 ${intent}：据此它不是用于治疗患者的计划，其剂量可能在模体上，或从未给予。请采用实际治疗的计划，或说明为何采用此计划。`,
  },
  'fractions-unknown': {
    title: '分次数未知',
    message: ({ plan, group, written }) =>
      `计划 ${plan}，分次组 ${group}：${written ? `分次数写作“${written}”` : '没有分次数'}；须另行给出。`,
  },
  'plan-of-several-a-day': {
    title: '计划为每日多次照射',
    message: ({ plan, perDay, pattern, isClear }) => {
      const says = pattern === '' ? `每日 ${perDay} 位而无分次模式` : `分次模式为 ${pattern}`;
      return isClear
        ? `计划 ${plan}：${says}，同一日有 ${perDay} 次照射，而病例未说明每日多次：按每次照射在下一次之前已完全修复计算。间隔较短时效应更高。须给出该阶段的每日次数及各次之间的小时数（或说明为每日一次）。`
        : `计划 ${plan}：${says}，与其每日位数和周数不符；可能表示每日最多 ${perDay} 次。病例未说明，按每日一次计算。若次数更多，效应更高。`;
    },
  },
  'fractions-a-day-differ-from-plan': {
    title: '每日次数与计划不同',
    message: ({ plan, planned, given }) =>
      `计划 ${plan} 的分次模式为每日 ${planned} 次，病例中为 ${given} 次；按每日 ${given} 次计算。请核对是否属实。`,
  },
  'dose-names-no-plan': {
    title: '剂量未注明所属计划',
    message: ({ takenFor }) =>
      takenFor
        ? `剂量文件未注明所属计划；按用户说明，属于计划 ${takenFor.plan}（${takenFor.file}）。`
        : '剂量文件未注明所属计划；须另行给出分次数。',
  },
  'plan-not-here': {
    title: '缺少剂量对应的计划',
    message: () => '文件中没有该剂量的计划；须另行给出分次数。',
  },
  'several-fraction-groups': {
    title: '一个剂量对应多个分次组',
    message: ({ plan, groupFractions, fractions, doseShare }) => {
      const groups = `${groupFractions.length} 个分次组（${summands(groupFractions)} 次）`;
      if (fractions === undefined) return `计划 ${plan} 有 ${groups}，而该剂量为其总和；须说明如何拆分。`;
      const split =
        doseShare === undefined
          ? `每个体素的剂量视为以 ${fractions} 次均等给予`
          : `每个体素剂量的 ${amountOf(100 * doseShare, '%')} 视为在其中 ${fractions} 次给予`;
      return `计划 ${plan}：一个剂量对应 ${groups}。按用户说明，${split}；各分次组照射野不同之处，实际单次剂量也不同。`;
    },
  },
  'fractions-differ-from-plan': {
    title: '分次数与计划不符',
    message: ({ plan, planned, given, isDelivered, doseShare, course, goals = [] }) => {
      const counts = `${course === undefined ? '' : `疗程“${course}”：`}计划 ${plan} 为 ${planned} 次，病例中为 ${given} 次；`;
      if (doseShare !== undefined) return `${counts}剂量的 ${amountOf(100 * doseShare, '%')} 按 ${given} 次计算。请核对两者。`;
      const each = goals
        .map((goal) => `${goal.roi}，${besides(OTHERWISE, goal, undefined, `按计划的 ${planned} 次时`)}。`)
        .join('');
      const used = `${counts}全部剂量按 ${given} 次计算`;
      if (isDelivered) return `${used}，该剂量为实际照射的剂量（RECORD）。请核对实际照射次数。${each}`;
      if (given > planned) return `${used}。请核对该剂量是否为这么多次的剂量。${each}`;
      return `${used}。若治疗提前结束，请填写实际照射次数。${each}`;
    },
  },
  'fraction-group-without-dose': {
    title: '分次组没有剂量',
    message: ({ plan, groups }) =>
      `计划 ${plan}：此处没有以下分次组的剂量：${groups.map(groupWithoutDose).join('、')}。它们给予的剂量不在任何总和与判定中。需要：该组的剂量，作为单独的阶段；或由人说明为何不计入。`,
  },
  'two-doses-of-one-plan': {
    title: '同一计划有两个剂量',
    message: ({ files, plan, groups = [] }) =>
      `${files.join('、')} 都是计划 ${plan} ${groups.length > 0 ? `第 ${groups.join('、')} 分次组` : ''}的全部剂量；只应计入其中一个。`,
  },
  'dose-of-several-plans': {
    title: '多个计划的剂量',
    message: ({ plans, fractions, doseShare }) =>
      `一个剂量对应${plans === undefined ? '多' : ` ${plans} `}个计划：按用户说明，${doseShare === undefined ? '' : `其 ${amountOf(100 * doseShare, '%')} `}视为以 ${fractions} 次均等给予。`,
  },
  'frame-in-several-studies': {
    title: '多个检查共用一个参考坐标系',
    message: ({ frame, studies }) =>
      `${studies.length} 个检查的文件共用参考坐标系 ${frame}：${studies.map((study) => `${listed(study)}（${study.date || '无日期'}）`).join('；')}。相同坐标被视为同一位置；请确认它们属于同一次扫描，而非重复扫描或匿名化所致。`,
  },
  'frames-not-joined': {
    title: '参考坐标系之间没有配准',
    message: ({ frames }) =>
      `没有配准连接以下各组文件的参考坐标系：${frames.map(({ frame, files }) => `${files.join('、')}（坐标系 ${frame}）`).join('；')}。没有配准，其剂量无法叠加。`,
  },
  'ct-slices-uneven': {
    title: 'CT 层间距不均匀',
    message: ({ series, spacingMm, gaps, leastMm, mostMm }) =>
      `CT 序列 ${series}：层间距为 ${spacingMm.toFixed(2)} mm，但有 ${gaps} 处不同（${leastMm.toFixed(2)} 至 ${mostMm.toFixed(2)} mm）。${mostMm > spacingMm ? '可能缺少层面。' : ''}`,
  },
};

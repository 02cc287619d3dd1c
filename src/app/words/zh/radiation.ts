import type { BrachyPlan, Particle, RADIATION } from '../../../findings/radiation';
import type { SameWords } from '../../../findings/words';

const PARTICLES: Readonly<Record<Particle, string>> = { proton: '质子', ion: '离子', neutron: '中子' };
const inBrackets = ({ technique, isotopes }: BrachyPlan): string => {
  const known = [technique, ...isotopes].filter((part) => part !== '');
  return known.length > 0 ? `（${known.join('、')}）` : '';
};

export const radiation: SameWords<typeof RADIATION> = {
  'brachytherapy-dose-rate': {
    title: '近距离治疗：剂量率有影响',
    message: (facts) =>
      `计划 ${facts.plan} 为近距离治疗${inBrackets(facts)}，${facts.rate ? `剂量率“${facts.rate}”` : '未注明剂量率'}。此处的 BED 与 EQD2 把每次照射视为瞬时给予；持续数小时或数天时组织会同时修复，效应不同（Lea-Catcheside，Dale）。`,
  },
  'brachytherapy-hdr': {
    title: '高剂量率近距离治疗',
    message: (facts) =>
      `计划 ${facts.plan} 为 HDR 近距离治疗${inBrackets(facts)}。其分次按外照射处理；源附近的单次剂量远高于线性二次模型有把握的范围。`,
  },
  'particle-dose-physical': {
    title: '粒子的物理剂量',
    message: ({ plan, particle }) =>
      `计划 ${plan} 使用${PARTICLES[particle]}，其剂量为物理剂量，未经相对生物效应加权，无法由此得出光子的 EQD2；请导出 RBE 加权剂量。`,
  },
  'particle-dose-weighted': {
    title: '粒子的 RBE 加权剂量',
    message: ({ plan, particle }) =>
      particle === 'ion'
        ? `计划 ${plan} 使用${PARTICLES[particle]}：其 RBE 加权剂量只对计算时的模型、组织和分次方式成立；由此得出的 EQD2 是近似值。`
        : `计划 ${plan} 使用${PARTICLES[particle]}：其 RBE 加权剂量视为光子剂量；在射程末端，真实的生物效应可能更高。`,
  },
  'effective-dose-of-photons': {
    title: '光子计划的等效剂量',
    message: ({ plan }) => `剂量标为 EFFECTIVE，但计划 ${plan} 使用光子或电子，无需 RBE。它可能已是 BED 或 EQD2，不得再次换算。`,
  },
  'dose-of-electrons': {
    title: '电子线剂量',
    message: ({ plan }) => `计划 ${plan} 含电子线射束。其剂量视同光子；在边缘和不均匀处的准确度取决于计划系统。`,
  },
  'dose-of-radionuclides': {
    title: '放射性核素剂量',
    message: ({ named }) =>
      `该剂量似乎来自放射性核素治疗（“${named}”）。它在数天内以递减的剂量率给予；此处的 BED 与 EQD2 把每次照射视为瞬时给予。`,
  },
};

import type { BrachyPlan, Particle, RADIATION } from '../../../findings/radiation';
import type { SameWords } from '../../../findings/words';

const PARTICLES: Readonly<Record<Particle, string>> = { proton: '陽子線', ion: 'イオン線', neutron: '中性子線' };
const inBrackets = ({ technique, isotopes }: BrachyPlan): string => {
  const known = [technique, ...isotopes].filter((part) => part !== '');
  return known.length > 0 ? `（${known.join('、')}）` : '';
};

export const radiation: SameWords<typeof RADIATION> = {
  'brachytherapy-dose-rate': {
    title: '小線源治療：線量率が影響します',
    message: (facts) =>
      `計画 ${facts.plan} は小線源治療です${inBrackets(facts)}。${facts.rate ? `線量率は「${facts.rate}」です` : '線量率の記載がありません'}。ここでの BED と EQD2 は一回分が瞬時に与えられたとみなします。数時間から数日にわたると組織はその間に修復し、効果は異なります（Lea-Catcheside、Dale）。`,
  },
  'brachytherapy-hdr': {
    title: '高線量率の小線源治療',
    message: (facts) =>
      `計画 ${facts.plan} は HDR 小線源治療です${inBrackets(facts)}。分割は外部照射として扱います。線源の近くの一回線量は、線形二次モデルが確かな範囲をはるかに超えます。`,
  },
  'particle-dose-physical': {
    title: '粒子線の物理線量',
    message: ({ plan, particle }) =>
      `計画 ${plan} は${PARTICLES[particle]}で、線量は物理線量であり、生物学的効果比で重み付けされていません。光子の EQD2 は求められません。RBE 加重線量を出力してください。`,
  },
  'particle-dose-weighted': {
    title: '粒子線の RBE 加重線量',
    message: ({ plan, particle }) =>
      particle === 'ion'
        ? `計画 ${plan} は${PARTICLES[particle]}です。RBE 加重線量は、計算に用いたモデル・組織・分割でのみ成り立ちます。そこから求めた EQD2 は近似です。`
        : `計画 ${plan} は${PARTICLES[particle]}です。RBE 加重線量を光子線量とみなします。飛程の末端では実際の効果がより高い可能性があります。`,
  },
  'effective-dose-of-photons': {
    title: '光子の計画に実効線量',
    message: ({ plan }) =>
      `線量種別は EFFECTIVE ですが、計画 ${plan} は光子または電子線で、RBE は不要です。すでに BED や EQD2 である可能性があり、再び換算してはなりません。`,
  },
  'dose-of-electrons': {
    title: '電子線の線量',
    message: ({ plan }) =>
      `計画 ${plan} には電子線のビームがあります。線量は光子と同じとみなします。辺縁や不均質部での精度は計画装置によります。`,
  },
  'dose-of-radionuclides': {
    title: '放射性核種の線量',
    message: ({ named }) =>
      `放射性核種治療の線量と思われます（「${named}」）。数日にわたり減っていく線量率で与えられます。ここでの BED と EQD2 は一回分が瞬時に与えられたとみなします。`,
  },
};

import type { FigureStatus } from '@dabiao/domain/figure';
import type { Wording } from '@dabiao/domain/wording';
import { squeeze } from './label.ts';

const WORDS: Record<FigureStatus, readonly string[]> = {
  preliminary: ['快报', '快报数', '初步', '初步数', '初步核算', '初步核算数', '初步统计', '月报', 'preliminary', 'p'],
  final: [
    '年报',
    '年报数',
    '正式',
    '正式数',
    '最终',
    '最终核实',
    '最终核实数',
    '决算',
    '决算数',
    '终值',
    'final',
    'f',
    'a',
  ],
  revised: ['修订', '修订数', '修正', '修正数', '调整', '调整数', 'revised', 'r'],
  estimated: ['估计', '估计数', '估算', '估算数', '预计', '预计数', '预测', '预估', 'estimated', 'estimate', 'e'],
};

const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([status, words]) => words.map((word) => [word, status as FigureStatus] as const)),
);

/** The status a word stands for (快报, 年报数, （P）); null where the word is none. */
export function readStatus(text: string): FigureStatus | null {
  return BY_WORD.get(squeeze(text).replace(/^[([]|[)\]]$/g, '')) ?? null;
}

/** Said, once a file, where figures come without a word for their status. */
export const STATUS_ASSUMED: Wording = {
  zh: '有数据没有写明状态，按“快报”处理；如是年报或修订数，请注明。',
  en: 'Some figures have no status and are taken as preliminary; say so where they are final or revised.',
};

import type { Indicator, Measure } from '@dabiao/domain/indicator';
import type { DataValidation } from 'exceljs';
import { shortLine } from './text-size.ts';

/** Letters that a spreadsheet program takes for the title and the text of a message; with more the file is damaged. */
const MAX = { title: 32, text: 255 };

/** Beyond this no value is stored. */
const BOUND = 1e15;

/** What is counted or is a part of a whole is never negative; the same list stands in the checks of what is handed in. */
const NEVER_NEGATIVE = new Set<Measure>(['stock', 'flow', 'share']);

function limitsOf({ measure, naturalLimit }: Indicator): { least: number; most: number; words: string } {
  const least = NEVER_NEGATIVE.has(measure) ? 0 : -BOUND;
  const most = naturalLimit ?? BOUND;
  if (naturalLimit !== null) return { least, most, words: least === 0 ? `在0到${most}之间` : `不超过${most}` };
  return { least, most, words: least === 0 ? '不能为负数' : '可以为负数' };
}

/** What a cell for a value of the indicator takes, the sentence that is shown beside it, and the one for anything else. */
export function numberRule(indicator: Indicator): DataValidation {
  const { least, most, words } = limitsOf(indicator);
  const unit = indicator.unit === '' ? '' : `单位是“${indicator.unit}”，`;
  const definition = indicator.definition === null ? '' : `${indicator.definition.replace(/。$/, '')}。`;
  const tail = `${unit}${words}。`;
  return {
    type: 'decimal',
    operator: 'between',
    formulae: [least, most],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '请核对数值',
    error: shortLine(`这里填数字，${tail}没有数据请留空，不要填文字和“—”。`, MAX.text),
    showInputMessage: true,
    promptTitle: shortLine(indicator.name, MAX.title),
    prompt: `${shortLine(definition, MAX.text - tail.length)}${tail}`,
  };
}

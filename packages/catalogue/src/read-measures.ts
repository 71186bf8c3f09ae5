import type { Measure, Money } from '@dabiao/domain/measure';
import { parseUnit } from '@dabiao/domain/unit';
import type { CheckedFile, ReportAt } from './check-shape.ts';
import { checkValue } from './check-value.ts';
import type { MeasureShape, MeasuresFile } from './measure-shapes.ts';
import { reportTwice } from './report-twice.ts';

/**
 * The policy measures of one file of `measures/`, checked against the outline of the document and their own quotes.
 * @param outlines headings of each document as JSON paths; null where the document itself could not be read.
 */
export function readMeasures(
  file: CheckedFile<MeasuresFile>,
  outlines: ReadonlyMap<string, ReadonlySet<string> | null>,
): Measure[] {
  const { document, measures } = file.value;
  const stem = file.path.replace(/^.*\//, '').replace(/\.yaml$/, '');
  if (document !== stem) file.report(['document'], 'id_prefix', `文件名为“${stem}”，document 应与之一致`);
  const outline = outlines.get(document);
  if (outline === undefined) file.report(['document'], 'unknown_document', `没有“${document}”这份文件`);
  reportTwice(
    file,
    measures,
    ({ id }) => id,
    (index) => ['measures', index, 'id'],
  );
  return measures.map((shape, index) => {
    const report: ReportAt = (field, code, message) => file.report(['measures', index, ...field], code, message);
    if (!shape.id.startsWith(`${document}-`)) report(['id'], 'id_prefix', `措施编号应以“${document}-”开头`);
    if (outline && !outline.has(JSON.stringify(shape.clause))) {
      const words = shape.clause.join(' / ');
      report(['clause'], 'clause_not_in_outline', `提纲中没有“${words}”，应与文件的 outline 中逐级一致`);
    }
    checkNumbers(file, index, shape, report);
    checkWording(shape, report);
    return toMeasure(document, shape);
  });
}

function checkNumbers(file: CheckedFile<MeasuresFile>, index: number, shape: MeasureShape, report: ReportAt): void {
  for (const name of ['amount', 'ceiling'] as const) {
    const money = shape[name];
    if (!money) continue;
    checkValue(file, ['measures', index, name, 'value']);
    const unit = parseUnit(money.unit);
    if (!unit) report([name, 'unit'], 'unknown_unit', `不认识单位“${money.unit}”`);
    else if (unit.dimension !== '元') report([name, 'unit'], 'unit_mismatch', `应为金额单位，现为“${money.unit}”`);
  }
  if (shape.share) checkValue(file, ['measures', index, 'share', 'percent']);
  reportTwice(
    { report },
    shape.departments,
    ({ name, role }) => `${name}（${role}）`,
    (at) => ['departments', at],
  );
}

const HUNDRED = '零一二三四五六七八九';

/** 1 … 99 in words: 八, 十五, 三十, 七十五; null for other numbers. */
function inWords(value: number): string | null {
  if (!Number.isInteger(value) || value < 1 || value > 99) return null;
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : HUNDRED[tens]}十`;
  return `${ten}${ones === 0 ? '' : HUNDRED[ones]}`;
}

/** The ways a document may write a number with its unit: 15%, 百分之十五, 五成; 30万元, 30万. */
function writings(value: number, unit: string): string[] {
  if (unit !== '%') return [`${value}${unit}`, ...(/[万亿]元$/.test(unit) ? [`${value}${unit.slice(0, -1)}`] : [])];
  const words = inWords(value);
  const tenths = value % 10 === 0 ? inWords(value / 10) : null;
  return [`${value}%`, ...(words ? [`百分之${words}`] : []), ...(tenths ? [`${tenths}成`] : [])];
}

/** Whether a number with its unit stands in the quote on its own, not as the end of a longer number. */
function isQuoted(quote: string, value: number, unit: string): boolean {
  const plain = quote.normalize('NFKC').replace(/\s/g, '');
  return writings(value, unit).some((words) => {
    for (let at = plain.indexOf(words); at >= 0; at = plain.indexOf(words, at + 1)) {
      const after = plain.charAt(at + words.length);
      if (!/[\d.]/.test(plain.charAt(at - 1)) && !/[一二三四五六七八九十百点]/.test(after)) return true;
    }
    return false;
  });
}

/** Every number, and what a share or a ceiling is of, must be the document's own words. */
function checkWording(shape: MeasureShape, report: ReportAt): void {
  const { amount, share, ceiling, quote } = shape;
  const money = (name: string, { value, unit }: Money) => {
    if (isQuoted(quote, value, unit)) return;
    report([name, 'value'], 'wording_not_in_quote', `引文中没有“${value}${unit}”，金额和单位应按原文写`);
  };
  const of = (name: string, words: string | null) => {
    if (words === null || quote.includes(words)) return;
    report([name, 'of'], 'wording_not_in_quote', `引文中没有“${words}”，应按原文写`);
  };
  if (amount) money('amount', amount);
  if (ceiling) money('ceiling', ceiling);
  if (share && !isQuoted(quote, share.percent, '%')) {
    report(['share', 'percent'], 'wording_not_in_quote', `引文中没有“${share.percent}%”`);
  }
  of('share', share?.of ?? null);
  of('ceiling', ceiling?.of ?? null);
}

function toMeasure(document: string, shape: MeasureShape): Measure {
  const { share } = shape;
  return {
    id: shape.id,
    document,
    clause: shape.clause,
    beneficiary: shape.beneficiary,
    purpose: shape.purpose,
    form: shape.form,
    amount: shape.amount ?? null,
    share: share ? { percent: share.percent, of: share.of, atMost: share.at_most ?? false } : null,
    ceiling: shape.ceiling ?? null,
    per: shape.per ?? null,
    years: shape.years ?? null,
    level: shape.level,
    quote: shape.quote,
    departments: shape.departments,
    notes: shape.notes ?? null,
  };
}

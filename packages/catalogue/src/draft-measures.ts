import type { ProposedMeasure } from '@dabiao/domain/measure';
import type { Proposal } from '@dabiao/domain/proposal';
import { clauseOf, PLACEHOLDER } from './draft-clauses.ts';
import { onOneLine, wordingIn } from './draft-wording.ts';
import type { MeasureShape, MeasuresFile } from './measure-shapes.ts';

/** A measure in the shape of the files of `seeds/measures`; what a share or ceiling is of as its quote writes it. */
function toShape(one: ProposedMeasure, id: string): MeasureShape {
  const quote = onOneLine(one.quote);
  const { amount, share, ceiling } = one;
  return {
    id,
    clause: clauseOf(one.clause),
    beneficiary: onOneLine(one.beneficiary, 120),
    purpose: onOneLine(one.purpose, 200),
    form: one.form,
    ...(amount ? { amount } : {}),
    ...(share
      ? {
          share: {
            percent: share.percent,
            of: share.of === null ? null : wordingIn(quote, share.of),
            ...(share.atMost ? { at_most: true } : {}),
          },
        }
      : {}),
    ...(ceiling ? { ceiling: { ...ceiling, of: wordingIn(quote, ceiling.of) } } : {}),
    ...(one.per ? { per: one.per } : {}),
    ...(one.years ? { years: one.years } : {}),
    level: one.level,
    quote,
    departments: one.departments,
    ...(one.notes ? { notes: onOneLine(one.notes) } : {}),
  };
}

/** The measures of a proposal as a file of `seeds/measures`; null where it has none. */
export function measuresFile({ document, measures = [] }: Proposal): MeasuresFile | null {
  if (measures.length === 0) return null;
  const id = document.id || PLACEHOLDER;
  return {
    document: id,
    measures: measures.map((one, index) => toShape(one, `${id}-measure-${(one.number ?? index) + 1}`)),
  };
}

import type { DocumentSummary } from '@dabiao/contract/document';

/** Whether a document has run out by the end of `year`; without a date of its own, after the last year of its demands. */
export function isExpired({ validTo, period }: Pick<DocumentSummary, 'validTo' | 'period'>, year: number): boolean {
  return validTo === null ? period.to < year : validTo < `${year}-12-31`;
}

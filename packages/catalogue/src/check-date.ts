import type { CheckedFile } from './check-shape.ts';
import type { Path } from './yaml-text.ts';

/** Reports a date that is not in the calendar (2021-02-30, 2021-13); the shape has been checked before. */
export function checkDate(file: Pick<CheckedFile<unknown>, 'report'>, field: Path, date: string | null): void {
  if (date === null) return;
  const [year = '', month = '01', day = '01'] = date.split('-');
  const full = `${year}-${month}-${day}`;
  const read = new Date(`${full}T00:00:00Z`);
  if (Number.isNaN(read.getTime()) || !read.toISOString().startsWith(full)) {
    file.report(field, 'bad_date', `日历上没有“${date}”这个日期`);
  }
}

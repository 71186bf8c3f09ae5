import { dayText } from '@dabiao/domain/day-text';
import { LABEL_WORDS } from '@dabiao/domain/label';
import type { Lang } from '@dabiao/domain/number-text';
import type { BriefedSubject, BriefingInput, BriefingModel } from './model.ts';
import { toParts } from './parts.ts';
import type { BriefingWords } from './word-list.ts';
import { briefingWords } from './words.ts';

/** Characters of the title type that fit across the page. */
const ONE_LINE = 20;

/**
 * Everything a briefing prints, from judged data: pure, the same input gives the same model. Restated targets are to
 * be left out by the caller.
 * @throws RangeError where `generatedOn` is not an ISO date.
 */
export function gatherBriefing(input: BriefingInput): BriefingModel {
  const { subject, year, targets, generatedOn, demo, draft, label = 'public', lang, form } = input;
  const words = briefingWords(lang);
  const titleLines = words.title(subjectName(subject, targets.length, words), year);
  const oneLine = titleLines.join('').length <= ONE_LINE;
  return {
    version: 2,
    lang,
    form: form.form,
    landscape: form.landscape,
    head: { word: words.briefing, number: form.number, issuer: form.issuer ?? issuerOf(input) },
    title: words.titleLine(titleLines),
    titleLines: oneLine ? [words.titleLine(titleLines)] : titleLines,
    subtitle: words.subtitle(year),
    date: generatedOn,
    dateWords: dateWords(generatedOn, lang),
    notices: { demo: demo ? words.demoNotice : null, draft: draft ? words.draftNotice : null },
    label: label === 'public' ? null : LABEL_WORDS[label][lang],
    parts: toParts(input),
  };
}

/** What stands in the title for the thing it is of. */
function subjectName({ scope, name }: BriefedSubject, count: number, words: BriefingWords): string {
  return name ?? (scope === 'targets' ? words.picked(count) : words.everything);
}

/** Without an issuer the head says where its targets are of: the one region they share, or nothing. */
function issuerOf({ targets }: BriefingInput): string {
  const regions = new Set(targets.map(({ regionName }) => regionName));
  return regions.size === 1 ? ([...regions][0] ?? '') : '';
}

function dateWords(iso: string, lang: Lang): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(Date.parse(iso)))
    throw new RangeError(`generatedOn must be an ISO date, not ${iso}`);
  return dayText(iso, lang);
}

import type { Reading, ReadingCandidate, ReadingChange, ReadingMeasure, ReadingRight } from '@dabiao/contract/reading';
import type { Indicator } from '@dabiao/domain/indicator';
import { bookOfIndicators, type NameBook } from '@dabiao/ingest/match-names';
import { findIndicators } from '@dabiao/store/indicators';
import type { Db } from '@dabiao/store/open';
import {
  findCandidates,
  findReadMeasures,
  type StoredCandidate,
  type StoredMeasure,
} from '@dabiao/store/reading-candidates';
import { findReading, type StoredReading } from '@dabiao/store/readings';
import type { User } from '@dabiao/store/users';
import type { Config } from './config.ts';
import { Problem } from './problem.ts';
import { grantedRegions } from './region-rights.ts';

/** A reading as one user sees it. */
export interface SeenReading extends StoredReading {
  /** Whether it is of a region the user's rights reach; if not, it is their own, and others decide what becomes of it. */
  reached: boolean;
}

/** A reading somebody may see: of a region their rights reach, or their own. @throws Problem not_found */
export async function neededReading(db: Db, id: string, user: User): Promise<SeenReading> {
  const reading = await findReading(db, id);
  const granted = await grantedRegions(db, user);
  const reached = granted === null || (!!reading?.region && granted.has(reading.region));
  if (!reading || !(reached || reading.createdBy === user.id)) throw new Problem('not_found');
  return { ...reading, reached };
}

/** Whether a reviewer may publish it: with REVIEW=required another one than who handed it in. */
export const mayPublish = (reading: StoredReading, user: User, config: Config): boolean =>
  config.review === 'off' || config.selfApproval || reading.createdBy !== user.id;

/** What a user may do with a reading now. */
export function rightsOn(reading: SeenReading, user: User, config: Config): ReadingRight[] {
  const reviewer = user.roles.includes('reviewer') && reading.reached;
  if (reading.state === 'published' && reading.publishedAs !== null && reviewer) return ['correct'];
  if (reading.state !== 'open') return [];
  return [
    'decide',
    ...(reviewer && mayPublish(reading, user, config) ? (['publish'] as const) : []),
    // what is published already is not given up, only its correction
    ...(reading.publishedAs !== null && reviewer ? (['abandon'] as const) : []),
    ...(reading.publishedAs === null && (reviewer || reading.createdBy === user.id) ? (['drop'] as const) : []),
  ];
}

/** Whether a person changed what was proposed. The indicator that publishing gave a target of none is nobody's change. */
function isEdited({ decided, proposed }: StoredCandidate, published: boolean): boolean {
  const given = published && proposed.match === null ? { match: null } : {};
  return JSON.stringify({ ...decided, ...given }) !== JSON.stringify(proposed);
}

function toView(one: StoredCandidate, book: NameBook<Indicator>, published: boolean): ReadingCandidate {
  const { number, start, end, origin, cameFrom, confidence, reasons, state, restates, decided } = one;
  const nearest = book.nearest(decided.indicator).map(({ id, name, unit }) => ({ id, name, unit }));
  return {
    number,
    start,
    end,
    origin,
    cameFrom,
    confidence,
    reasons,
    state,
    restates,
    edited: isEdited(one, published),
    fields: decided,
    nearest,
  };
}

function toMeasure({ number, start, end, origin, confidence, reasons, state, ...one }: StoredMeasure): ReadingMeasure {
  const edited = JSON.stringify(one.decided) !== JSON.stringify(one.proposed);
  return { number, start, end, origin, confidence, reasons, state, edited, fields: one.decided };
}

export const countsOf = (candidates: readonly Pick<StoredCandidate, 'state'>[]): Reading['counts'] => {
  const count = (state: StoredCandidate['state']) => candidates.filter((one) => one.state === state).length;
  return { open: count('open'), accepted: count('accepted'), rejected: count('rejected') };
};

export async function shownReading(
  db: Db,
  reading: SeenReading,
  of: { user: User; config: Config; repeated?: boolean },
): Promise<Reading> {
  const candidates = await findCandidates(db, reading.id);
  const measures = await findReadMeasures(db, reading.id);
  const book = bookOfIndicators(await findIndicators(db));
  return {
    id: reading.id,
    fileName: reading.fileName,
    state: reading.state,
    revision: reading.revision,
    label: reading.label,
    publishedAs: reading.publishedAs,
    createdAt: reading.createdAt,
    createdBy: reading.createdByName,
    repeated: of.repeated ?? false,
    rights: rightsOn(reading, of.user, of.config),
    counts: countsOf([...candidates, ...measures]),
    document: reading.document,
    outline: reading.outline,
    text: reading.text,
    beside: reading.beside,
    candidates: candidates.map((one) => toView(one, book, reading.publishedAs !== null)),
    measures: measures.map(toMeasure),
  };
}

/** What a decision on some candidates changed. */
export async function shownChange(
  db: Db,
  reading: string,
  user: User,
  changed: { numbers: readonly number[]; gone?: readonly number[] },
): Promise<ReadingChange> {
  const { revision, publishedAs } = await neededReading(db, reading, user);
  const candidates = await findCandidates(db, reading);
  const measures = await findReadMeasures(db, reading);
  const book = bookOfIndicators(await findIndicators(db));
  return {
    revision,
    counts: countsOf([...candidates, ...measures]),
    candidates: candidates
      .filter(({ number }) => changed.numbers.includes(number))
      .map((one) => toView(one, book, publishedAs !== null)),
    measures: measures.filter(({ number }) => changed.numbers.includes(number)).map(toMeasure),
    gone: [...(changed.gone ?? [])],
  };
}

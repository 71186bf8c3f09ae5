import { type Addition, checkProposal } from '@dabiao/catalogue/check-proposal';
import { draftDocument } from '@dabiao/catalogue/draft-document';
import type { PublishedReading, ReadingCheck } from '@dabiao/contract/reading';
import { levelOf } from '@dabiao/domain/label';
import type { Proposal } from '@dabiao/domain/proposal';
import { insertAudit } from '@dabiao/store/audit';
import { findIndicators } from '@dabiao/store/indicators';
import type { Db, Trx } from '@dabiao/store/open';
import { DocumentExists, nameTaken, publishReading } from '@dabiao/store/publish-reading';
import {
  changeCandidate,
  findCandidates,
  findReadMeasures,
  type StoredCandidate,
  type StoredMeasure,
} from '@dabiao/store/reading-candidates';
import type { StoredReading } from '@dabiao/store/readings';
import { findRegions } from '@dabiao/store/regions';
import type { User } from '@dabiao/store/users';
import { Problem } from './problem.ts';

/** Candidates as a proposal; a restatement of one that is not among them stands for itself. */
export function toProposal(
  reading: StoredReading,
  candidates: readonly StoredCandidate[],
  measures: readonly StoredMeasure[],
): Proposal {
  const places = new Map(candidates.map(({ number }, at) => [number, at]));
  const targets = candidates.map(({ decided, restates, number }) => ({
    ...decided,
    number,
    restates: restates === null ? null : (places.get(restates) ?? null),
  }));
  return {
    document: reading.document,
    outline: reading.outline,
    targets,
    measures: measures.map(({ decided, number }) => ({ ...decided, number })),
  };
}

interface Checked {
  addition: Addition | null;
  check: ReadingCheck;
  open: number;
  accepted: StoredCandidate[];
}

/** What publishing would meet: all that keeps it from being published, a short name in use among it. */
export async function checkPublishing(db: Db, reading: StoredReading): Promise<ReadingCheck> {
  const { check, addition } = await checkReading(db, reading);
  const taken = await nameTaken(
    db,
    reading.document.id,
    addition ?? { targets: [], measures: [] },
    levelOf(reading.label),
    reading.publishedAs,
  );
  if (taken === null) return check;
  return { ...check, problems: [{ candidate: null, field: 'id', message: taken }, ...check.problems] };
}

/** What publishing the accepted candidates would add, or what keeps it from that. */
async function checkReading(db: Db, reading: StoredReading): Promise<Checked> {
  const candidates = await findCandidates(db, reading.id);
  const measures = await findReadMeasures(db, reading.id);
  const accepted = candidates.filter(({ state }) => state === 'accepted');
  const acceptedMeasures = measures.filter(({ state }) => state === 'accepted');
  const known = { regions: await findRegions(db), indicators: await findIndicators(db) };
  const proposal = toProposal(reading, accepted, acceptedMeasures);
  const { addition, problems } = checkProposal(proposal, known);
  const { added } = draftDocument(proposal, known.indicators);
  return {
    addition,
    accepted,
    open: [...candidates, ...measures].filter(({ state }) => state === 'open').length,
    check: {
      targets: accepted.length,
      measures: acceptedMeasures.length,
      added: added.map(({ name, unit }) => ({ name, unit })),
      problems: problems.map(({ target, measure, field, message }) => ({
        candidate: (target === null ? acceptedMeasures[measure ?? -1] : accepted[target])?.number ?? null,
        field,
        message,
      })),
    },
  };
}

/** Writes down which indicator each target got, so that a correction stands on the same. */
async function keepIndicators(trx: Trx, reading: string, accepted: readonly StoredCandidate[], { targets }: Addition) {
  const indicators = new Map(targets.map(({ id, indicator }) => [Number(id.split('-').at(-1)) - 1, indicator]));
  for (const { number, decided } of accepted) {
    const match = indicators.get(number) ?? null;
    if (match !== null && match !== decided.match)
      await changeCandidate(trx, reading, number, { decided: { ...decided, match } });
  }
}

/**
 * Publishes the accepted candidates as a document, with its audit line, in the caller's transaction.
 * @returns the document's id.
 * @throws Problem candidates_open, nothing_to_publish, reading_faulty, document_exists
 */
export async function publishText(
  trx: Trx,
  reading: StoredReading,
  of: { user: User; granted: ReadonlySet<string> | null; seen: number; thisYear: number; address: string },
): Promise<PublishedReading> {
  const { addition, check, open, accepted } = await checkReading(trx, reading);
  if (open > 0)
    throw new Problem('candidates_open', {
      zh: `还有${open}项没有确认，请逐项接受或剔除`,
      en: `${open} are not decided on yet; accept or reject each`,
    });
  if (check.targets + check.measures === 0)
    throw new Problem('nothing_to_publish', {
      zh: '没有接受任何目标或奖补政策',
      en: 'No target or policy measure was accepted',
    });
  if (!addition) {
    const errors = check.problems.slice(0, 100).map(({ candidate, field, message }) => ({
      field: candidate === null ? field : `candidates.${candidate}.${field}`,
      message,
    }));
    throw new Problem('reading_faulty', null, errors);
  }
  // A region that comes with the document comes under one that is there already.
  const home = addition.regions[0]?.parent ?? addition.documents[0]?.region ?? '';
  if (of.granted !== null && !of.granted.has(home))
    throw new Problem('role_missing', {
      zh: '这份文件所属地区不在您的权限范围内',
      en: 'The region of this document is outside your rights',
    });
  try {
    const publication = { reading: reading.id, seen: of.seen, by: of.user.id, thisYear: of.thisYear };
    const document = await publishReading(trx, addition, publication);
    await keepIndicators(trx, reading.id, accepted, addition);
    const again = reading.publishedAs === null ? {} : { correction: true };
    const detail = {
      document,
      ...again,
      targets: check.targets,
      measures: check.measures,
      indicators: addition.indicators.length,
      label: reading.label,
    };
    const entry = { user: of.user.name, action: 'reading.publish', object: reading.id, detail, address: of.address };
    await insertAudit(trx, entry);
    return { document, targets: check.targets, measures: check.measures };
  } catch (error) {
    if (error instanceof DocumentExists) throw new Problem('document_exists', error.message);
    throw error;
  }
}

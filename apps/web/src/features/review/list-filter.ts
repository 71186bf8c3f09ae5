import type { Submission, SubmissionsPage } from '@dabiao/contract/submission';
import { readText } from '../../ui/url-state.ts';

export type Summary = SubmissionsPage['items'][number];
export type ServerState = Submission['state'];

/** Where submissions stand, as a reviewer sorts them; `scheduled`: approved, waiting for its time. */
export const STAGES = ['submitted', 'scheduled', 'returned', 'released', 'draft', 'withdrawn', 'all'] as const;
export type Stage = (typeof STAGES)[number];

/** What the server is asked for a stage. */
export interface Asked {
  state: ServerState | null;
  released: 'yes' | 'no' | null;
}

const asked = (state: ServerState | null, released: Asked['released'] = null): Asked => ({ state, released });

export const ASKED: Record<Stage, Asked> = {
  submitted: asked('submitted'),
  scheduled: asked('approved', 'no'),
  returned: asked('returned'),
  released: asked('approved', 'yes'),
  draft: asked('draft'),
  withdrawn: asked('withdrawn'),
  all: asked(null),
};

/** The stage of one submission. */
export function stageOf({ state, releasedAt }: Pick<Summary, 'state' | 'releasedAt'>): Exclude<Stage, 'all'> {
  if (state !== 'approved') return state;
  return releasedAt === null ? 'scheduled' : 'released';
}

export interface ListFilter {
  stage: Stage;
  kind: Summary['kind'] | null;
  q: string | null;
}

const KINDS: readonly Summary['kind'][] = ['file', 'rows', 'correction'];

/** The filter as the URL has it; waiting ones unless it says otherwise. */
export function readListFilter(params: URLSearchParams): ListFilter {
  return {
    stage: STAGES.find((stage) => stage === params.get('stage')) ?? 'submitted',
    kind: KINDS.find((kind) => kind === params.get('kind')) ?? null,
    q: readText(params, 'q'),
  };
}

/** The filter as parameters of the URL. */
export const listSearch = ({ stage, kind, q }: ListFilter): Record<'stage' | 'kind' | 'q', string | null> => ({
  stage: stage === 'submitted' ? null : stage,
  kind,
  q,
});

/** Whether every page must be had before it is known what there is: the server knows stages only. */
export const narrows = ({ kind, q }: ListFilter): boolean => kind !== null || q !== null;

/** Whether a submission is asked for; `q` is looked for in the names of file, maker and regions. */
export function isListed(item: Summary, { stage, kind, q }: ListFilter): boolean {
  if (stage !== 'all' && stageOf(item) !== stage) return false;
  if (kind !== null && item.kind !== kind) return false;
  const words = [item.fileName, item.createdBy, ...item.regions].join(' ').toLowerCase();
  return q === null || words.includes(q.toLowerCase());
}

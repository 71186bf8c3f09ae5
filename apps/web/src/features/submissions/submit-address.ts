import { PROBLEM_KINDS, type ProblemKind } from './problem-groups.ts';
import { readAddress } from './sheet/cell-address.ts';

/** The page's state as its address has it. */
export interface SubmitAddress {
  submission: string | null;
  step: 'check' | 'submit';
  /** How something is handed in: a file, or rows typed into the grid. */
  way: 'file' | 'entry';
  /** What is looked at while checking: the sheet, or the figures read from it. */
  look: 'sheet' | 'figures';
  /** Place of the sheet in the file, from 0. */
  sheet: number;
  /** A1 address of the chosen cell; null for none. */
  cell: string | null;
  /** Problems shown: all, or of one kind. */
  problems: ProblemKind | null;
}

/** Reads the page's state from the parameters of its address; what is unknown there counts as absent. */
export function readSubmitAddress(params: URLSearchParams): SubmitAddress {
  const submission = params.get('submission') ?? '';
  const sheet = params.get('sheet') ?? '';
  const cell = params.get('cell');
  return {
    submission: submission !== '' && submission.length <= 60 ? submission : null,
    step: params.get('step') === 'submit' ? 'submit' : 'check',
    way: params.get('way') === 'entry' ? 'entry' : 'file',
    look: params.get('look') === 'figures' ? 'figures' : 'sheet',
    sheet: /^\d{1,4}$/.test(sheet) ? Number(sheet) : 0,
    cell: readAddress(cell) ? cell : null,
    problems: PROBLEM_KINDS.find((kind) => kind === params.get('problems')) ?? null,
  };
}

/** Without anything of a submission: the first step. */
export const AFRESH = { submission: null, step: null, look: null, sheet: null, cell: null, problems: null } as const;

/** The same for a submission that is opened. */
export const opening = (submission: string) => ({ ...AFRESH, way: null, submission });

import type { Reading, ReadingCandidate } from '@dabiao/contract/reading';
import { describe, expect, it } from 'vitest';
import { toEdit, toEditState } from './edit-state.ts';
import { mergeChange, nextToDecide } from './merge-change.ts';
import { firstCut, lettersOf, nextWord } from './split-places.ts';
import { changedFields } from './step-changes.ts';
import { toParagraphs } from './text-runs.ts';
import { decisionOf, neighbour } from './use-desk.ts';

const TEXT = '一、目标\n\n码头达到3个，占比达到5%。\n奖励2万元。';

const candidate = (number: number, words: string, more: Partial<ReadingCandidate> = {}): ReadingCandidate => ({
  number,
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
  origin: 'reader',
  cameFrom: [],
  confidence: 1,
  reasons: [],
  state: 'open',
  restates: null,
  edited: false,
  nearest: [],
  fields: {
    indicator: '码头',
    match: null,
    indicatorUnit: null,
    unit: '个',
    comparator: 'gte',
    kind: 'level',
    milestones: [{ year: 2027, value: 3, wording: '3个', yearInferred: true }],
    everyYear: false,
    baseline: { year: 2024, value: null },
    qualifier: null,
    departments: [
      { name: '市交通局', role: 'lead' },
      { name: '市港务局', role: 'responsible' },
    ],
    clause: ['一、目标'],
    quote: words,
  },
  ...more,
});

const reading = (candidates: ReadingCandidate[]): Reading => ({
  id: 'r',
  fileName: 'a',
  state: 'open',
  label: 'public',
  revision: 0,
  publishedAs: null,
  createdAt: '',
  createdBy: '',
  repeated: false,
  rights: ['decide'],
  counts: { open: candidates.length, accepted: 0, rejected: 0 },
  document: {} as Reading['document'],
  outline: [['一、目标']],
  text: TEXT,
  beside: [{ kind: 'measure', start: TEXT.indexOf('奖励'), end: TEXT.length - 1, reason: '' }],
  candidates,
  measures: [],
});

const QUAYS = candidate(0, '码头达到3个');
const SHARE = candidate(1, '占比达到5%', { fields: { ...QUAYS.fields, kind: 'share' } });

describe('the text', () => {
  it('stands in runs, every letter once and in its place', () => {
    const whole = candidate(2, '码头达到3个，占比达到5%', { state: 'accepted' });
    const paragraphs = toParagraphs(reading([QUAYS, whole, SHARE]));
    expect(paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual(
      TEXT.split('\n').filter((line) => line !== ''),
    );
    for (const { runs } of paragraphs) for (const run of runs) expect(TEXT.startsWith(run.text, run.start)).toBe(true);
    expect(paragraphs.map(({ heading }) => heading)).toEqual([true, false, false]);
    expect(paragraphs[1]?.runs.map(({ text, candidates, kind, state }) => [text, candidates, kind, state])).toEqual([
      ['码头达到3个', [0, 2], 'amount', 'open'],
      ['，', [2], 'amount', 'accepted'],
      ['占比达到5%', [2, 1], 'amount', 'open'],
      ['。', [], null, null],
    ]);
    expect(paragraphs[2]?.runs[0]).toMatchObject({ text: '奖励2万元', kind: 'measure', state: null });
  });
});

describe('a decision', () => {
  it('puts what changed into its place and takes away what is gone', () => {
    const parts = [candidate(3, '5%'), candidate(2, '占比达到')];
    const change = {
      revision: 4,
      counts: { open: 3, accepted: 0, rejected: 0 },
      candidates: parts,
      measures: [],
      gone: [1],
    };
    expect(mergeChange(reading([QUAYS, SHARE]), change)).toMatchObject({
      revision: 4,
      candidates: [{ number: 0 }, { number: 2 }, { number: 3 }],
    });
  });

  it('leads on to the next open one, around the end, and stays where none is left', () => {
    const accepted = { ...QUAYS, state: 'accepted' as const };
    expect(nextToDecide(reading([accepted, SHARE]), 0)).toBe(1);
    expect(nextToDecide(reading([QUAYS, { ...SHARE, state: 'rejected' }]), 1)).toBe(0);
    expect(nextToDecide(reading([accepted, { ...SHARE, state: 'rejected' }]), 1)).toBe(1);
  });

  it('is taken back by the same key, merges with the next, and is none after the last', () => {
    const all = reading([{ ...QUAYS, state: 'accepted' }, SHARE]);
    expect(decisionOf(all, 0, 'accept')?.body).toEqual({ state: 'open' });
    expect(decisionOf(all, 0, 'reject')?.body).toEqual({ state: 'rejected' });
    expect(decisionOf(all, 0, 'merge')).toMatchObject({ path: '/0/merge', body: { with: 1 } });
    expect(decisionOf(all, 1, 'merge')).toBeNull();
    const { start = 0, end = 0 } = all.candidates[0] ?? {};
    expect(decisionOf(all, 0, 'splitHere', start + 1)).toMatchObject({ path: '/0/split', body: { at: start + 1 } });
    for (const place of [null, start, end]) expect(decisionOf(all, 0, 'splitHere', place)).toBeNull();
    expect([neighbour(all, 0, 1), neighbour(all, 1, 1), neighbour(all, 0, -1), neighbour(all, null, 1)]).toEqual([
      1, 1, 0, 0,
    ]);
  });
});

describe('the cut', () => {
  const WORDS = '年内，码头达到3个，其中𬭎用2个';

  it('begins behind the mark nearest to the middle, or in the middle', () => {
    const letters = lettersOf(WORDS);
    expect(WORDS.slice(0, letters[firstCut(WORDS)])).toBe('年内，码头达到3个，');
    expect([firstCut('码头达到三个'), firstCut('两个，'), firstCut('二，三')]).toEqual([3, 1, 2]);
  });

  it('goes by letters and words, never into a letter and never to an end', () => {
    for (const place of lettersOf(WORDS)) expect(WORDS.slice(place)).not.toMatch(/^[\uDC00-\uDFFF]/);
    const all = [1];
    while (all.at(-1) !== all.at(-2)) all.push(nextWord(WORDS, all.at(-1) ?? 1, 1));
    expect(all.map((cut) => WORDS.slice(lettersOf(WORDS)[cut]))).toContain('码头达到3个，其中𬭎用2个');
    expect(all.at(-1)).toBeLessThan(lettersOf(WORDS).length);
    expect(nextWord(WORDS, 1, -1)).toBe(1);
  });
});

describe('the form', () => {
  it('gives back what it was opened with', () => {
    const { quote: _, ...fields } = QUAYS.fields;
    expect(toEdit(toEditState(QUAYS))).toEqual({ fields, faults: [] });
  });

  it('says which fields are not right, and sends nothing', () => {
    const state = toEditState(QUAYS);
    const milestones = [{ year: '27', value: '三', valueMax: '', wording: '', yearInferred: false }];
    const faulty = toEdit({ ...state, indicator: ' ', milestones, baselineValue: 'x' });
    expect(faulty).toEqual({ fields: null, faults: ['indicator', 'year', 'baseline'] });
    const range = { ...state, comparator: 'range' as const };
    expect(toEdit(range).faults).toEqual(['value']);
  });

  it('reads departments however they are separated', () => {
    const { fields } = toEdit({ ...toEditState(QUAYS), lead: '甲局、乙局 丙局', responsible: '' });
    expect(fields?.departments.map(({ name }) => name)).toEqual(['甲局', '乙局', '丙局']);
  });
});

describe('the log', () => {
  it('names the fields that differ', () => {
    const before = JSON.stringify({ unit: '个', number: 1, clause: [1], state: 'open' });
    const after = JSON.stringify({ unit: '家', number: null, clause: [1], state: 'x' });
    expect(changedFields({ before, after })).toEqual([
      { field: 'unit', before: '个', after: '家' },
      { field: 'number', before: '1', after: '—' },
    ]);
    expect(changedFields({ before: null, after })).toEqual([]);
  });
});

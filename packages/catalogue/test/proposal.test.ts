import type { Indicator } from '@dabiao/domain/indicator';
import type { Proposal, ProposedDocument, ProposedTarget } from '@dabiao/domain/proposal';
import { describe, expect, it } from 'vitest';
import { checkProposal } from '../src/check-proposal.ts';
import { draftDocument } from '../src/draft-document.ts';
import { wordingIn } from '../src/draft-wording.ts';
import { proposeTarget } from '../src/propose.ts';

const REGIONS = [{ code: '990000', name: '东省', parent: null, aliases: [] }];
const OUTPUT: Indicator = {
  id: 'output',
  name: '工业产值',
  nameEn: null,
  unit: '亿元',
  direction: 'more',
  measure: 'flow',
  definition: null,
  aliases: ['产值'],
  naturalLimit: null,
};
const DOCUMENT: ProposedDocument = {
  id: 'east',
  title: '东市方案',
  shortTitle: '东市',
  number: null,
  issuer: null,
  region: '990100',
  regionName: '东市',
  issuedOn: null,
  effectiveFrom: null,
  validTo: null,
  period: { from: 2024, to: 2027 },
  draft: false,
};

const target = (more: Partial<ProposedTarget & { restates: number | null }> = {}): Proposal['targets'][0] => ({
  indicator: '码头',
  match: null,
  indicatorUnit: null,
  unit: '个',
  comparator: 'gte',
  kind: 'level',
  milestones: [{ year: 2027, value: 3, wording: '3个' }],
  everyYear: false,
  baseline: null,
  qualifier: null,
  departments: [],
  clause: ['一、港口'],
  quote: '码头达到3个',
  restates: null,
  ...more,
});
const proposal = (targets: Proposal['targets'], document: Partial<ProposedDocument> = {}): Proposal => ({
  document: { ...DOCUMENT, ...document },
  outline: [['一、港口'], ['一、港口', '（一）码头']],
  targets,
});
const check = (...args: Parameters<typeof proposal>) =>
  checkProposal(proposal(...args), { regions: REGIONS, indicators: [OUTPUT] });

describe('a proposal', () => {
  it('becomes a document in a new region under the one that holds it, with new indicators', () => {
    const { addition, problems } = check([target(), target({ indicator: '泊位' })]);
    expect(problems).toEqual([]);
    expect(addition?.regions).toEqual([{ code: '990100', name: '东市', parent: '990000', aliases: [] }]);
    expect(addition?.indicators.map(({ name, unit }) => [name, unit])).toEqual([
      ['码头', '个'],
      ['泊位', '个'],
    ]);
    expect(addition?.clauses.map(({ path }) => path)).toEqual([['一、港口'], ['一、港口', '（一）码头']]);
    expect(addition?.targets.map(({ id }) => id)).toEqual(['east-1', 'east-2']);
  });

  it('stands in the unit of the indicator it is matched to, exactly', () => {
    const quote = '产值突破1.2万亿元';
    const milestones = [{ year: 2027, value: 1.2, wording: '1.2万亿元' }];
    const { addition, problems } = check([target({ match: 'output', unit: '万亿元', quote, milestones })]);
    expect(problems).toEqual([]);
    expect(addition?.targets[0]?.milestones[0]?.value).toBe(12_000);
    expect(addition?.indicators).toEqual([]);
  });

  it('gives growth and level of one name one indicator, in the unit of the level', () => {
    const growth = target({
      indicator: '吞吐量',
      kind: 'growth_rate',
      unit: '%',
      everyYear: true,
      quote: '吞吐量年均增长5%',
      milestones: [{ year: 2027, value: 5, wording: '5%' }],
    });
    const level = target({
      indicator: '吞吐量',
      unit: '万吨',
      quote: '吞吐量达到9万吨',
      milestones: [{ year: 2027, value: 9, wording: '9万吨' }],
    });
    const { addition, problems } = check([growth, level]);
    expect(problems).toEqual([]);
    expect(addition?.indicators.map(({ name, unit }) => [name, unit])).toEqual([['吞吐量', '万吨']]);
    expect(new Set(addition?.targets.map(({ indicator }) => indicator)).size).toBe(1);
  });

  it('follows restatements to the first statement, and never in a circle', () => {
    const ids = (targets: Proposal['targets']) =>
      draftDocument(proposal(targets), [OUTPUT]).document.targets.map((one) => one.restates ?? null);
    expect(ids([target(), target({ restates: 0 }), target({ restates: 1 })])).toEqual([null, 'east-1', 'east-1']);
    expect(ids([target({ restates: 1 }), target({ restates: 0 })])).toEqual([null, null]);
  });

  it.each([
    ['a year outside the period', { milestones: [{ year: 2031, value: 3, wording: '3个' }] }, 'milestones[0].year'],
    [
      'a value that is not the wording’s',
      { milestones: [{ year: 2027, value: 4, wording: '3个' }] },
      'milestones[0].value',
    ],
    ['another thing than the indicator’s', { match: 'output' }, 'unit'],
    ['growth without a base', { kind: 'growth_vs_baseline' as const, unit: '%' }, 'baseline'],
    ['no name', { indicator: ' ' }, 'indicator'],
    ['a comparing word nobody wrote', { qualifier: '力争' }, 'qualifier'],
  ])('is refused with %s', (_what, more, field) => {
    const { addition, problems } = check([target(), target(more)]);
    expect(addition).toBeNull();
    expect(problems.map((one) => [one.target, one.field])).toContainEqual([1, field]);
  });

  it.each([
    ['id', { id: '' }],
    ['title', { title: ' ' }],
    ['region', { region: null }],
    ['period', { period: null }],
    ['region', { region: '990300', regionName: null }],
  ])('is refused without %s', (field, document) => {
    expect(check([target()], document).problems).toMatchObject([{ target: null, field }]);
  });
});

describe('a wording', () => {
  it.each([
    ['占比达到３８％', '38%', '３８％'],
    ['达到\u30001 200 家', '1200家', '1 200 家'],
    ['达到38%', '38%', '38%'],
    ['没有', '38%', '38%'],
  ])('stands in “%s” as it is written there', (quote, wording, expected) => {
    expect(wordingIn(quote, wording)).toBe(expected);
  });
});

describe('matching', () => {
  it('takes a name or alias only where the same thing is measured', () => {
    const match = (more: Partial<ProposedTarget>) => proposeTarget({ ...target(), ...more }, [OUTPUT]).match;
    expect(match({ indicator: '工业产值', unit: '万亿元' })).toBe('output');
    expect(match({ indicator: '产值', unit: '%', kind: 'growth_rate' })).toBe('output');
    expect(match({ indicator: '产值', unit: '家' })).toBeNull();
    expect(match({ indicator: '产值占比', unit: '亿元' })).toBeNull();
  });
});

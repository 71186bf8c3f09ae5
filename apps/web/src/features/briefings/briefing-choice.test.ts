import { BRIEFING_SECTIONS, SHORT_SECTIONS } from '@dabiao/domain/briefing-section';
import { describe, expect, it } from 'vitest';
import { batchSize, readChoice, sectionsParam, toBatchBody, toBody } from './briefing-choice.ts';

const CHOICES = {
  documents: [{ value: 'jinan', label: '济南' }],
  regions: [
    { value: '370100', label: '济南市' },
    { value: '371300', label: '临沂市' },
  ],
  departments: [{ value: '市工信局', label: '市工信局' }],
  indicators: [],
  makers: [],
  years: [2024],
  year: 2024,
  nextNumber: { zh: '2026年第1期', en: 'No. 1 of 2026' },
};
const read = (text: string) => {
  const choice = readChoice(new URLSearchParams(text));
  if (!choice) throw new Error('closed');
  return choice;
};

describe('what the dialog is set to', () => {
  it('is nothing where the address does not open it', () => {
    expect(readChoice(new URLSearchParams(''))).toBeNull();
    expect(readChoice(new URLSearchParams('new=everything'))).toBeNull();
  });

  it('is read from the address, with the usual where it says nothing', () => {
    expect(read('new=document&of=jinan')).toEqual({
      scope: 'document',
      of: 'jinan',
      targets: [],
      length: 'long',
      sections: BRIEFING_SECTIONS,
      form: 'official',
      landscape: false,
      number: '',
      issuer: '',
      submission: '',
    });
    expect(read('new=targets&of=a,b&form=modern&landscape=1&number=%E7%AC%AC1%E6%9C%9F')).toMatchObject({
      targets: ['a', 'b'],
      form: 'modern',
      landscape: true,
      number: '第1期',
    });
  });

  it('keeps chosen parts, also none of them', () => {
    for (const [length, sections] of [
      ['long', BRIEFING_SECTIONS],
      ['short', SHORT_SECTIONS],
      ['own', ['verdicts', 'table']],
      ['own', []],
    ] as const) {
      const param = sectionsParam(length, sections);
      const choice = read(`new=whole${param === null ? '' : `&sections=${param}`}`);
      expect([choice.length, choice.sections]).toEqual([length, sections]);
    }
  });
});

describe('what is asked for', () => {
  it('is of one thing, as chosen or the first there is', () => {
    const body = (text: string) => toBody(read(text), CHOICES, 2024, 'zh');
    expect(body('new=region&of=371300')).toMatchObject({ region: '371300', year: 2024, lang: 'zh', length: 'long' });
    expect(body('new=region&of=999999')).toMatchObject({ region: '370100' });
    expect(body('new=indicator')).toBeNull();
    expect(body('new=targets')).toBeNull();
    expect(body('new=whole&sections=own,table')).toEqual({
      ...{ year: 2024, lang: 'zh', sections: ['table'], form: 'official', landscape: false },
    });
    expect(body('new=byDepartment')).toMatchObject({ department: '市工信局' });
  });

  it('leaves out number and issuer that are blank', () => {
    expect(toBody(read('new=whole&number=%20&issuer='), CHOICES, 2024, 'zh')).not.toHaveProperty('number');
  });

  it('is a draft where a submission is named, but never a batch of drafts', () => {
    const choice = read('new=whole&submission=s1');
    expect(toBody(choice, CHOICES, 2024, 'zh')).toMatchObject({ submission: 's1' });
    expect(toBatchBody(read('new=byRegion&submission=s1'), 2024, 'zh')).not.toHaveProperty('submission');
  });

  it('is a batch where one for each is chosen', () => {
    expect(toBatchBody(read('new=byRegion&form=modern'), 2023, 'en')).toMatchObject({ by: 'region', form: 'modern' });
    expect(toBatchBody(read('new=region'), 2023, 'en')).toBeNull();
    expect(batchSize(read('new=byRegion'), CHOICES)).toBe(2);
    expect(batchSize(read('new=whole'), CHOICES)).toBeNull();
  });
});

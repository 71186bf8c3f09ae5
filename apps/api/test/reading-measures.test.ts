import type { MeasureRow } from '@dabiao/contract/measure';
import type { MeasureEdit, Reading, ReadingChange } from '@dabiao/contract/reading';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { get, HEAD, paste, patch, post } from './reading-desk.ts';
import { type Running, runningApp } from './running-app.ts';

/** A made-up document: one target, a favour with share and ceiling, one of two levels, one without a sum. */
const TEXT = `青禾市现代物流业发展行动计划（2025—2027年）

一、发展目标
到2027年，全市A级物流企业达到120家以上。

二、政策支持
（一）技术改造
对实施冷链改造的企业，按设备投资额的12%给予补助，最高不超过80万元。（责任单位：市商务局）
（二）培育主体
对新认定的国家级、省级物流枢纽，分别给予一次性300万元、100万元奖励。对吸纳就业的企业，按照有关规定给予扶持。
`;

async function desk() {
  const running = await runningApp();
  const { cookie } = await running.signIn('li', ['statistician'], '370100');
  const reviewer = (await running.signIn('zhao', ['reviewer'])).cookie;
  const reading = await paste(running, cookie, TEXT);
  return { running, cookie, reviewer, reading, at: `/readings/${reading.id}` };
}

const decide = (running: Running, cookie: string, at: string, number: number, body: object) =>
  patch(running, cookie, `${at}/candidates/${number}`, body);

/** Accepts all that is open. */
async function acceptAll(running: Running, cookie: string, at: string): Promise<void> {
  const { candidates, measures }: Reading = (await get(running, cookie, at)).json();
  for (const { number } of [...candidates, ...measures]) {
    expect((await decide(running, cookie, at, number, { state: 'accepted' })).statusCode).toBe(200);
  }
}

const publish = async (running: Running, cookie: string, at: string) => {
  const { revision } = (await get(running, cookie, at)).json();
  return post(running, cookie, `${at}/publish`, { revision });
};

const listed = async (running: Running): Promise<MeasureRow[]> =>
  (await running.app.inject('/api/v1/measures?document=qinghe-2025')).json().items;

/** The fields that may be changed: the words of the text stay. */
function fieldsOf({ measures }: Reading, at: number): MeasureEdit {
  const { quote: _, ...fields } = (measures[at] as Reading['measures'][0]).fields;
  return fields;
}

describe('policy measures in a document', () => {
  it('stand beside the targets, with their own numbers, their places and what they give', async () => {
    const { reading } = await desk();
    expect(reading.counts.open).toBe(5);
    const { measures } = reading;
    expect(new Set([...reading.candidates, ...measures].map(({ number }) => number)).size).toBe(5);
    for (const { start, end, fields } of measures) expect(reading.text.slice(start, end)).toBe(fields.quote);
    expect(measures[0]?.fields).toMatchObject({
      beneficiary: '企业',
      purpose: '实施冷链改造',
      form: 'subsidy',
      amount: null,
      share: { percent: 12, of: '设备投资额', atMost: false },
      ceiling: { value: 80, unit: '万元', of: '补助' },
      clause: ['二、政策支持', '（一）技术改造'],
      departments: [{ name: '市商务局', role: 'responsible' }],
    });
    expect(measures.slice(1).map(({ fields: { level, amount, per } }) => [level, amount?.value, per])).toEqual([
      ['国家级', 300, 'once'],
      ['省级', 100, 'once'],
      [null, undefined, null],
    ]);
  });

  it('are accepted, edited, rejected and taken back, each a line of the log', async () => {
    const { running, cookie, reading, at } = await desk();
    const [first, second] = reading.measures.map(({ number }) => number) as [number, number];
    const fields = { ...fieldsOf(reading, 0), purpose: '改造冷库', ceiling: null };
    const change: ReadingChange = (await decide(running, cookie, at, first, { measure: fields })).json();
    expect(change).toMatchObject({
      candidates: [],
      measures: [{ number: first, edited: true, state: 'open', fields: { purpose: '改造冷库', ceiling: null } }],
    });
    await decide(running, cookie, at, first, { state: 'accepted' });
    await decide(running, cookie, at, second, { state: 'rejected' });
    await decide(running, cookie, at, second, { state: 'open' });
    const { items } = (await get(running, cookie, `${at}/steps`)).json();
    const steps = items.map(({ action, candidate }: { action: string; candidate: number }) => [action, candidate]);
    expect(steps).toEqual([
      ['reopen', second],
      ['reject', second],
      ['accept', first],
      ['edit', first],
      ['add', null],
    ]);
    expect(JSON.parse(items[3].before).ceiling).toMatchObject({ value: 80 });
    expect(JSON.parse(items[3].after).ceiling).toBeNull();
  });

  it('are refused as targets, with nothing for whom, and with a field that is none of theirs', async () => {
    const { running, cookie, reading, at } = await desk();
    const [target, measure] = [reading.candidates[0]?.number ?? -1, reading.measures[0]?.number ?? -1];
    const fields = fieldsOf(reading, 0);
    const { quote: _, ...aim } = (reading.candidates[0] as Reading['candidates'][0]).fields;
    expect((await decide(running, cookie, at, measure, { fields: aim })).json().code).toBe('candidate_incomplete');
    expect((await decide(running, cookie, at, target, { measure: fields })).statusCode).toBe(404);
    const nobody = { measure: { ...fields, beneficiary: ' ' }, state: 'accepted' };
    const refused = (await decide(running, cookie, at, measure, nobody)).json();
    expect([refused.code, refused.errors[0].field]).toEqual(['candidate_incomplete', 'beneficiary']);
    for (const wrong of [{ form: 'gift' }, { amount: { value: -1, unit: '万元' } }, { quote: '别的话' }]) {
      const answer = await decide(running, cookie, at, measure, { measure: { ...fields, ...wrong } });
      expect(answer.statusCode).toBe(400);
    }
    expect((await post(running, cookie, `${at}/candidates/${measure}/split`)).statusCode).toBe(404);
    expect((await post(running, cookie, `${at}/candidates/${target}/merge`, { with: measure })).statusCode).toBe(404);
    expect((await get(running, cookie, at)).json().counts.open).toBe(5);
  });

  it('are made of selected words, with what the words say or with nothing but the words', async () => {
    const { running, cookie, reading, at } = await desk();
    const select = async (words: string) => {
      const start = reading.text.indexOf(words);
      const body = { start, end: start + words.length, sort: 'measure' };
      return (await post(running, cookie, `${at}/candidates`, body)).json() as ReadingChange;
    };
    const read = await select('对实施冷链改造的企业，按设备投资额的12%给予补助');
    expect(read.measures[0]).toMatchObject({
      origin: 'selection',
      fields: { share: { percent: 12 }, ceiling: null, clause: ['二、政策支持', '（一）技术改造'] },
    });
    const plain = await select('到2027年');
    expect(plain.measures[0]?.fields).toMatchObject({ quote: '到2027年', beneficiary: '', form: 'other' });
    const number = plain.measures[0]?.number ?? -1;
    expect((await decide(running, cookie, at, number, { state: 'accepted' })).json().code).toBe('candidate_incomplete');
  });
});

describe('publishing policy measures', () => {
  it('puts those accepted into the list, none that is not, and keeps them through a correction', async () => {
    const { running, cookie, reviewer, reading, at } = await desk();
    await patch(running, cookie, at, HEAD);
    await decide(running, cookie, at, reading.candidates[0]?.number ?? -1, { state: 'accepted' });
    expect((await publish(running, reviewer, at)).json().code).toBe('candidates_open');
    expect(await listed(running)).toEqual([]);
    await acceptAll(running, cookie, at);
    const last = reading.measures[3]?.number ?? -1;
    await decide(running, cookie, at, last, { state: 'rejected' });
    const done = (await publish(running, reviewer, at)).json();
    expect(done).toEqual({ document: 'qinghe-2025', targets: 1, measures: 3 });
    const rows = await listed(running);
    expect(rows.map(({ beneficiary, amount, clause }) => [beneficiary, amount?.value, clause.at(-1)])).toEqual([
      ['企业', undefined, '（一）技术改造'],
      ['国家级物流枢纽', 300, '（二）培育主体'],
      ['省级物流枢纽', 100, '（二）培育主体'],
    ]);
    expect(rows[0]?.document).toMatchObject({ id: 'qinghe-2025', shortTitle: '青禾物流计划' });
    expect((await running.app.inject('/api/v1/documents/qinghe-2025')).json().measures).toBe(3);

    await post(running, reviewer, `${at}/correct`, { reason: '金额抄错' });
    expect(await listed(running)).toEqual(rows);
    const edit = { ...fieldsOf(reading, 0), purpose: '改造冷库' };
    await decide(running, reviewer, at, reading.measures[0]?.number ?? -1, { measure: edit });
    await publish(running, reviewer, at);
    expect(await listed(running)).toEqual([{ ...rows[0], purpose: '改造冷库' }, rows[1], rows[2]]);
  });

  it('names the measure whose sum is not in its words, and publishes a document of measures alone', async () => {
    const { running, cookie, reviewer, reading, at } = await desk();
    await patch(running, cookie, at, HEAD);
    await acceptAll(running, cookie, at);
    await decide(running, cookie, at, reading.candidates[0]?.number ?? -1, { state: 'rejected' });
    const number = reading.measures[1]?.number ?? -1;
    const fields = fieldsOf(reading, 1);
    await decide(running, cookie, at, number, { measure: { ...fields, amount: { value: 310, unit: '万元' } } });
    const { problems } = (await get(running, cookie, `${at}/check`)).json();
    expect(problems).toEqual([
      { candidate: number, field: 'amount.value', message: expect.stringContaining('310万元') },
    ]);
    expect((await publish(running, reviewer, at)).json().code).toBe('reading_faulty');
    await decide(running, cookie, at, number, { measure: fields });
    expect((await publish(running, reviewer, at)).json()).toMatchObject({ targets: 0, measures: 4 });
    expect(await listed(running)).toHaveLength(4);
  });

  it('gives them in the draft as the file that seeds want, under comments', async () => {
    const { running, cookie, at } = await desk();
    const text = (await get(running, cookie, `${at}/draft.yaml`)).body;
    const after = text.slice(text.indexOf('# 读出的政策措施')).split('\n').slice(1);
    const file = parse(after.map((line) => line.replace(/^# ?/, '')).join('\n'));
    expect(file.document).toBe('qinghe-2025');
    expect(file.measures).toHaveLength(4);
    expect(file.measures[0]).toMatchObject({ form: 'subsidy', share: { percent: 12, of: '设备投资额' } });
    expect(parse(text).targets).toHaveLength(1);
  });
});

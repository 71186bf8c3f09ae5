import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it } from 'vitest';
import { GOOD, look, send, stationsFile, stationsOf, step } from './handing.ts';
import { type Running, runningApp } from './running-app.ts';

/** A submission of a statistician that waits for its reviewer. */
async function waiting(env: Record<string, string> = {}, file = GOOD) {
  const running = await runningApp({ REVIEW: 'required', ...env });
  const { cookie } = await running.signIn('li', ['statistician'], '370100');
  const reviewer = await running.signIn('zhao', ['reviewer']);
  const { id } = (await send(running, cookie, file)).json();
  expect((await step(running, cookie, id, 'submit', { reason: '已核对' })).json().state).toBe('submitted');
  return { running, cookie, reviewer: reviewer.cookie, id };
}

/** The last line of a change; having looked at a submission is written too. */
const lastAudit = async (running: Running) =>
  (await findAudit(running.store.read, 20)).find(({ action }) => action !== 'submission.view');

describe('confirming warnings', () => {
  /** Ten times the year before. */
  const JUMP = stationsFile(1, '济南市,5G基站数,2024,1000,个,年报\n');

  it('refuses a warning without a reason, and lists what is to be confirmed', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const submission = (await send(running, cookie, JUMP)).json();
    expect(submission.counts.toConfirm).toBeGreaterThan(0);
    for (const payload of [{}, { reason: '  ' }]) {
      const refused = await step(running, cookie, submission.id, 'submit', payload);
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'warnings_unconfirmed']);
      expect(refused.json().errors[0].message).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(await stationsOf(running)).toEqual([]);
    const done = await step(running, cookie, submission.id, 'submit', { reason: '口径调整' });
    expect(done.json()).toMatchObject({ state: 'approved', steps: [{ action: 'add' }, { reason: '口径调整' }] });
  });

  it('lets what only states something pass', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const submission = (
      await send(running, cookie, '地区,指标,年份,数值,单位\n济南市,5G基站数,2025,6.05,万个\n')
    ).json();
    const codes = submission.problems.map(({ code }: { code: string }) => code).sort();
    expect(codes).toEqual(['status_assumed', 'unit_converted']);
    expect((await step(running, cookie, submission.id, 'submit')).json().state).toBe('approved');
  });

  it('keeps the reason with the figure', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const { id } = (await send(running, cookie, JUMP)).json();
    await step(running, cookie, id, 'submit', { reason: '口径调整' });
    const [figure] = (await running.app.inject('/api/v1/figures?region=370100&from=2025')).json().items;
    expect(figure).toMatchObject({ reason: '口径调整', withdrawn: false });
  });
});

describe('reviewing', () => {
  it('publishes nothing before it is approved, and says who may do what', async () => {
    const { running, cookie, reviewer, id } = await waiting();
    expect(await stationsOf(running)).toEqual([]);
    expect((await look(running, cookie, `/submissions/${id}`)).json()).toMatchObject({
      state: 'submitted',
      may: ['withdraw', 'file'],
    });
    expect((await look(running, reviewer, `/submissions/${id}`)).json()).toMatchObject({
      own: false,
      may: ['approve', 'return', 'file'],
    });
    const list = (await look(running, reviewer, '/submissions?state=submitted')).json();
    expect(list).toMatchObject({ total: 1, items: [{ id, figures: 1, errors: 0 }] });
  });

  it('returns with a reason only, and takes it again with an explanation', async () => {
    const { running, cookie, reviewer, id } = await waiting();
    for (const payload of [{}, { reason: ' ' }]) {
      const refused = await step(running, reviewer, id, 'return', payload);
      expect([refused.statusCode, refused.json().code]).toEqual([422, 'reason_missing']);
    }
    const returned = (await step(running, reviewer, id, 'return', { reason: '请附说明' })).json();
    expect(returned).toMatchObject({ state: 'returned', reason: '请附说明', decidedBy: 'zhao' });
    expect((await step(running, cookie, id, 'submit')).json().code).toBe('reason_missing');
    expect((await step(running, cookie, id, 'submit', { reason: '见年报第3页' })).json().state).toBe('submitted');
    const approved = (await step(running, reviewer, id, 'approve')).json();
    expect(approved.steps.map(({ action, by }: { action: string; by: string }) => [action, by])).toEqual([
      ['add', 'li'],
      ['submit', 'li'],
      ['return', 'zhao'],
      ['submit', 'li'],
      ['approve', 'zhao'],
    ]);
    expect(approved.releasedAt).not.toBeNull();
  });

  it('lets nobody approve their own, unless the office says so', async () => {
    for (const [setting, state] of [
      ['no', 'submitted'],
      ['yes', 'approved'],
    ] as const) {
      const running = await runningApp({ REVIEW: 'required', SELF_APPROVAL: setting });
      const { cookie } = await running.signIn('both', ['statistician', 'reviewer'], '370100');
      const { id } = (await send(running, cookie, GOOD)).json();
      const submitted = (await step(running, cookie, id, 'submit')).json();
      expect(submitted.may.includes('approve')).toBe(setting === 'yes');
      const answer = await step(running, cookie, id, 'approve');
      expect(answer.statusCode).toBe(setting === 'yes' ? 200 : 403);
      expect((await look(running, cookie, `/submissions/${id}`)).json().state).toBe(state);
      expect((await look(running, cookie, '/session')).json().workspace.selfApproval).toBe(setting === 'yes');
      if (setting === 'yes')
        expect(JSON.parse((await lastAudit(running))?.detail ?? '{}')).toMatchObject({ own: true });
    }
  });

  it('needs the role: a statistician cannot approve or return', async () => {
    const { running, cookie, id } = await waiting();
    for (const verb of ['approve', 'return'])
      expect((await step(running, cookie, id, verb, { reason: 'x' })).json().code).toBe('role_missing');
    const auditor = await running.signIn('audit', ['auditor']);
    expect((await look(running, auditor.cookie, `/submissions/${id}`)).statusCode).toBe(403);
  });

  it('publishes once when two approve at the same time', async () => {
    const { running, reviewer, id } = await waiting();
    const other = await running.signIn('qian', ['reviewer']);
    const answers = await Promise.all(
      [reviewer, other.cookie, reviewer].map((cookie) => step(running, cookie, id, 'approve')),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThanOrEqual(1);
    for (const { statusCode } of answers) expect([200, 409]).toContain(statusCode);
    expect(await stationsOf(running)).toMatchObject([{ version: 1 }]);
    const lines = await findAudit(running.store.read, 50);
    expect(lines.filter(({ action }) => action === 'submission.approve')).toHaveLength(1);
  });

  it('of an approval and a withdrawal at the same time only one happens', async () => {
    const { running, cookie, reviewer, id } = await waiting();
    const [approved, withdrawn] = await Promise.all([
      step(running, reviewer, id, 'approve'),
      step(running, cookie, id, 'withdraw'),
    ]);
    expect([approved.statusCode, withdrawn.statusCode].sort()).toEqual([200, 409]);
    const { state } = (await look(running, reviewer, `/submissions/${id}`)).json();
    expect(await stationsOf(running)).toHaveLength(state === 'approved' ? 1 : 0);
  });

  it('approves what was looked at, and nothing else', async () => {
    const { running, cookie, reviewer, id } = await waiting();
    const seen = (await look(running, reviewer, `/submissions/${id}`)).json().revision;
    await step(running, reviewer, id, 'return', { reason: '请核对' });
    await step(running, cookie, id, 'recheck');
    await step(running, cookie, id, 'submit', { reason: '已核对' });
    const stale = await step(running, reviewer, id, 'approve', { revision: seen });
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'submission_changed']);
    const { revision } = (await look(running, reviewer, `/submissions/${id}`)).json();
    expect((await step(running, reviewer, id, 'approve', { revision })).json().state).toBe('approved');
  });

  it('refuses fields it does not know', async () => {
    const { running, reviewer, id } = await waiting();
    for (const payload of [{ state: 'approved' }, { reason: null }, { revision: '2' }, { releaseAt: 5 }]) {
      const refused = await step(running, reviewer, id, 'approve', payload);
      expect([refused.statusCode, refused.json().code]).toEqual([400, 'body_invalid']);
    }
  });
});

describe('what it would do', () => {
  it('shows old and new side by side and the verdicts, to its maker and to reviewers alone', async () => {
    const { running, cookie, reviewer, id } = await waiting();
    await step(running, reviewer, id, 'approve');
    const share = '地区,指标,年份,数值,单位,状态\n济南市,数字经济规模占GDP比重,2025,51.25,%,年报\n';
    const second = (await send(running, cookie, stationsFile(60_800, share.split('\n')[1]))).json();
    const effects = (await look(running, cookie, `/submissions/${second.id}/effects`)).json();
    expect(effects.counts).toMatchObject({ new: 1, changed: 1, unchanged: 0 });
    const changed = effects.figures.items.find(({ change }: { change: string }) => change === 'changed');
    expect(changed).toMatchObject({
      indicatorName: '5G基站数',
      before: { value: 60_500, version: 1 },
      after: { value: 60_800 },
      difference: 300,
      differenceUnit: '个',
      movedOn: false,
      cell: 'D2',
    });
    expect(changed.relative).toBeCloseTo(300 / 60_500, 12);
    const target = effects.targets.find(({ indicator }: { indicator: { name: string } }) =>
      indicator.name.includes('数字经济'),
    );
    expect(target).toMatchObject({ region: { name: '济南市' }, changes: true });
    const year = target.years.find((one: { year: number }) => one.year === 2025);
    expect(year.after.verdict).toBe('achieved');
    expect(year.after.sentence.zh).toContain('51.25');
    expect(year.before.verdict).not.toBe('achieved');
    const stranger = await running.signIn('wang', ['statistician'], '370300');
    expect((await look(running, stranger.cookie, `/submissions/${second.id}/effects`)).statusCode).toBe(404);
  });

  it('gives differences of shares in percentage points, exactly, and no share of a share', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const share = (value: string) =>
      `地区,指标,年份,数值,单位,状态\n济南市,数字经济规模占GDP比重,2025,${value},%,年报\n`;
    const first = (await send(running, cookie, share('47.3'))).json();
    await step(running, cookie, first.id, 'submit', { reason: '年报' });
    const second = (await send(running, cookie, share('47.1'))).json();
    const { figures } = (await look(running, cookie, `/submissions/${second.id}/effects`)).json();
    expect(figures.items).toMatchObject([{ difference: -0.2, differenceUnit: '个百分点', relative: null }]);
  });

  it('lists what changes first, by what is done where asked, and is worked out anew after a release', async () => {
    const { running, cookie, reviewer, id } = await waiting();
    await step(running, reviewer, id, 'approve');
    const rows = ['济南市,数字经济规模占GDP比重,2025,51.25,%,年报', '济南市,数字经济规模占GDP比重,2024,50.1,%,年报'];
    const { id: second } = (await send(running, cookie, `${stationsFile(60_800)}${rows.join('\n')}\n`)).json();
    const changes = async (query = '') =>
      (await look(running, cookie, `/submissions/${second}/effects${query}`))
        .json()
        .figures.items.map(({ change }: { change: string }) => change);
    expect(await changes()).toEqual(['changed', 'new', 'new']);
    expect(await changes('?change=new&limit=1')).toEqual(['new']);
    expect(await changes('?change=withdrawn')).toEqual([]);
    expect((await look(running, cookie, `/submissions/${second}/effects?change=all`)).statusCode).toBe(400);
    const other = (await send(running, cookie, stationsFile(60_800, '\n'), { name: 'other.csv' })).json();
    await step(running, cookie, other.id, 'submit', { reason: '先行更正' });
    await step(running, reviewer, other.id, 'approve');
    expect(await changes()).toEqual(['new', 'new', 'unchanged']);
  });

  it('tells that a caveat is lost', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const known = (await running.app.inject('/api/v1/figures?region=370100&limit=500')).json().items;
    const bound = known.find(
      ({ caveats, year }: { caveats: string[]; year: number }) => caveats.length > 0 && year > 2018,
    );
    const name = (await running.app.inject(`/api/v1/indicators/${bound.indicator}`)).json().indicator.name;
    const row = `济南市,${name},${bound.year},${bound.value},${bound.unit},年报`;
    const sent = (await send(running, cookie, `地区,指标,年份,数值,单位,状态\n${row}\n`)).json();
    const { figures } = (await look(running, cookie, `/submissions/${sent.id}/effects`)).json();
    expect(figures.items).toMatchObject([
      { change: 'status', before: { caveats: bound.caveats }, after: { caveats: [] } },
    ]);
  });

  it('names the others who have the same figures', async () => {
    const { running, reviewer, id } = await waiting();
    const other = await running.signIn('wang', ['statistician'], '370000');
    const theirs = (await send(running, other.cookie, stationsFile(61_000))).json();
    expect(theirs.problems).toMatchObject([{ code: 'figure_in_hand', severity: 'warning', cell: 'D2' }]);
    expect(theirs.problems[0].message).toContain('li');
    const { others } = (await look(running, reviewer, `/submissions/${id}/effects`)).json();
    expect(others).toEqual([{ submission: theirs.id, by: 'wang', state: 'draft', figures: 1 }]);
  });
});

describe('the list of submissions', () => {
  it('names regions, counts warnings, and tells what waits from what is public', async () => {
    const { running, cookie, reviewer, id } = await waiting();
    const listed = async (query = '') => (await look(running, reviewer, `/submissions${query}`)).json();
    expect((await listed()).items).toMatchObject([{ id, regions: ['济南市'], errors: 0 }]);
    expect((await listed('?state=approved&released=yes')).total).toBe(0);
    await step(running, reviewer, id, 'approve');
    expect(await listed('?state=approved&released=yes')).toMatchObject({ total: 1, items: [{ id }] });
    expect((await listed('?state=approved&released=no')).total).toBe(0);
    const { problems } = (await send(running, cookie, stationsFile(90_000_000))).json();
    const [newest] = (await listed()).items;
    expect(newest.warnings + newest.errors).toBe(problems.length);
    expect(newest.warnings).toBeGreaterThan(0);
  });
});

describe('the same file again', () => {
  it('stores nothing and says which submission it was', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const first = (await send(running, cookie, GOOD)).json();
    const again = (await send(running, cookie, GOOD, { headers: { 'idempotency-key': 'another' } })).json();
    expect(again).toMatchObject({ id: first.id, repeated: true, state: 'draft' });
    expect(first.repeated).toBeUndefined();
    await step(running, cookie, first.id, 'submit');
    expect((await send(running, cookie, GOOD)).json()).toMatchObject({
      id: first.id,
      repeated: true,
      state: 'approved',
    });
    expect((await look(running, cookie, '/submissions')).json().total).toBe(1);
    expect(await stationsOf(running)).toMatchObject([{ version: 1 }]);
  });

  it('several at once are one', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(running, cookie, GOOD)));
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
    expect((await look(running, cookie, '/submissions')).json().total).toBe(1);
  });

  it('of a colleague is refused with who and when', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const colleague = await running.signIn('wang', ['statistician'], '370100');
    const { id } = (await send(running, cookie, GOOD)).json();
    const refused = await send(running, colleague.cookie, GOOD);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'file_known']);
    expect(refused.json().detail).toContain('li');
    expect(refused.json().detail).toContain(id);
  });

  it('with another year beside it is another one', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const file = '地区,指标,数值,单位,状态\n济南市,5G基站数,60500,个,年报\n';
    const [one, other] = [
      (await send(running, cookie, file, { query: '?year=2024' })).json(),
      (await send(running, cookie, file, { query: '?year=2025' })).json(),
    ];
    expect(other.id).not.toBe(one.id);
    expect(other.figures[0].year).toBe(2025);
  });
});

describe('going stale', () => {
  it('is told when handing on, and mended by checking again', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const other = await running.signIn('wang', ['statistician'], '370000');
    const mine = (await send(running, cookie, GOOD)).json();
    const theirs = (await send(running, other.cookie, stationsFile(61_000))).json();
    await step(running, other.cookie, theirs.id, 'submit', { reason: '年报' });
    expect((await step(running, cookie, mine.id, 'submit', { reason: '年报' })).json().code).toBe('figure_moved_on');
    const again = (await step(running, cookie, mine.id, 'recheck')).json();
    expect(again).toMatchObject({
      state: 'draft',
      figures: [{ value: 60_500, earlier: { value: 61_000, version: 1 } }],
    });
    expect((await step(running, cookie, mine.id, 'submit', { reason: '以市级为准' })).json().state).toBe('approved');
    expect(await stationsOf(running)).toMatchObject([{ value: 60_500, version: 2 }]);
  });
});

import type { TargetDetail } from '@dabiao/contract/target';
import { REASON_WORDS } from '@dabiao/domain/assessment';
import { scheduleLight } from '@dabiao/domain/schedule';
import { verdictWord } from '@dabiao/domain/verdict';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { demandAmount, figureText, inReadersUnits, plainText } from '../../ui/value-text.ts';
import { VerdictShape } from '../../ui/verdict-mark.tsx';
import { figureNotes } from './figure-notes.ts';
import { cutsOf, formulaLines } from './formula.ts';
import { KeyNumbers } from './key-numbers.tsx';
import { Sensitivity } from './sensitivity.tsx';

/** How the verdict came about: method, inputs, formula with the numbers in it, cuts. */
export function HowJudged({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { row } = detail;
  const { method, reason, sentence, provisional, verdict } = row.assessment;
  const lines = formulaLines(row, lang);
  return (
    <section aria-labelledby="how" className="how">
      <h2 id="how">{t('how.title')}</h2>
      <p className="how__sentence">{inReadersUnits(sentence[lang], row.judgedUnit)}</p>
      {provisional ? <p className="how__provisional">{t('how.provisional')}</p> : null}
      <KeyNumbers row={row} />
      <h3>{method ? t(`how.method.${method}`) : t('how.noMethod')}</h3>
      <p className="small">{method ? t(`how.explained.${method}`) : reason ? REASON_WORDS[reason][lang] : ''}</p>
      {method && reason ? <p className="small">{REASON_WORDS[reason][lang]}</p> : null}
      {verdict === 'achieved' ? <p className="small">{t('how.metFirst')}</p> : null}
      <Inputs detail={detail} />
      {lines.length > 0 ? (
        <dl className="how__formula">
          {lines.map(({ symbol, expression, result }) => (
            <div key={symbol}>
              <dt>{t(`how.symbol.${symbol}`)}</dt>
              <dd>
                <code>{expression}</code> = <b>{result}</b>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <Cuts detail={detail} />
      <Sensitivity detail={detail} />
    </section>
  );
}

function Inputs({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { row } = detail;
  const { base, latest, due } = row.assessment;
  const notes = figureNotes(detail.figures);
  // A base that is a figure says what kind of figure it is; a stated baseline is plain.
  const point = detail.points.find(({ year, value }) => year === base?.year && value === base.value);
  const worded = (one: NonNullable<typeof latest>) =>
    figureText(one, row.judgedUnit, lang, notes.get(one.year) ?? null);
  const started = base && (point ? worded(point) : plainText(base.value, row.judgedUnit, lang));
  const inputs = [
    base && started ? { key: 'base' as const, year: base.year, text: started } : null,
    latest ? { key: 'latest' as const, year: latest.year, text: worded(latest) } : null,
    due ? { key: 'due' as const, year: due.year, text: demandAmount(row.comparator, due, row.judgedUnit, lang) } : null,
  ].filter((input) => input !== null);
  if (inputs.length === 0) return null;
  return (
    <table className="how__inputs">
      <caption className="unseen">{t('how.inputs')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('how.input')}</th>
          <th scope="col">{t('how.year')}</th>
          <th scope="col" className="number">
            {t('how.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {inputs.map(({ key, year, text }) => (
          <tr key={key}>
            <th scope="row">{t(`how.${key}`)}</th>
            <td>{year}</td>
            <td className="number">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The cuts of the method; not where a due figure or a reason decided without them. */
function Cuts({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { verdict, method, lead } = detail.row.assessment;
  const cuts = cutsOf(detail.row);
  if (!method || !cuts.some((each) => each.verdict === verdict)) return null;
  const light = lead === null ? null : scheduleLight(lead, detail.row.scheduleCuts);
  return (
    <>
      {light ? <p className="small">{t(`how.light.${light}`)}</p> : null}
      <ul className="how__cuts" aria-label={t('how.cuts')}>
        {cuts.map((each) => (
          <li key={each.verdict} className={each.verdict === verdict ? 'how__cut how__cut--here' : 'how__cut'}>
            <VerdictShape verdict={each.verdict} size={12} />
            <span>{verdictWord(each.verdict, lang)}</span>
            <code>{each.cut}</code>
          </li>
        ))}
      </ul>
      <p className="note">{t(`how.cutsNote.${method}`)}</p>
    </>
  );
}

import type { TargetRow } from '@dabiao/contract/target';
import { TARGET_KIND_WORDS } from '@dabiao/domain/target';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';

/** A narrative goal (定性目标) under its clause: its words and who answers for it, no mark and no chart. */
export function GoalLine({ goal }: { goal: TargetRow }) {
  const lang = useLang();
  const departments = goal.departments.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ');
  return (
    <tr>
      <td colSpan={7} className="clause-table__goal">
        <span className="clause-table__kind">{TARGET_KIND_WORDS.narrative[lang]}</span>
        <KeepLink to={`/targets/${goal.id}`}>{goal.quote}</KeepLink>
        {departments === '' ? null : <span className="note">{departments}</span>}
      </td>
    </tr>
  );
}

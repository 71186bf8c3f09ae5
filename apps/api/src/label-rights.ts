import { type Label, levelOf } from '@dabiao/domain/label';
import type { Labelled } from '@dabiao/store/labels';
import type { User } from '@dabiao/store/users';
import { Problem } from './problem.ts';

/** A label somebody gives to what they hand in. @throws Problem label_too_high: what one may not read oneself */
export function labelWithin(user: Pick<User, 'clearance'>, label: Label): Label {
  if (levelOf(label) > levelOf(user.clearance)) throw new Problem('label_too_high');
  return label;
}

/**
 * Who may give something a label: 安全管理员 any; a reviewer, and the statistician who handed it in, a higher one that
 * they may read themselves.
 * @param regions codes of the regions the user's rights reach; null for all
 * @throws Problem label_lowered, label_too_high, role_missing for what the user's rights do not reach
 */
export function checkLabelling(user: User, known: Labelled, label: Label, regions: ReadonlySet<string> | null): void {
  if (user.roles.includes('security_admin')) return;
  if (levelOf(label) < levelOf(known.label)) throw new Problem('label_lowered');
  labelWithin(user, label);
  const within = known.region === null || (regions?.has(known.region) ?? true);
  const reached = within && (known.kind === 'figure' || user.roles.includes('reviewer'));
  if (!reached && known.maker !== user.id)
    throw new Problem('role_missing', {
      zh: '只能标记自己填报的内容',
      en: 'Only what you handed in yourself can be labelled',
    });
}

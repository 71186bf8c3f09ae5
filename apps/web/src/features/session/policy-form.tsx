import {
  PASSWORD_PROFILES,
  POLICY_BOUNDS,
  type PolicyInForce,
  type SecurityPolicy,
} from '@dabiao/contract/security-policy';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { policyQuery, useSetPolicy } from './policy-queries.ts';
import './session.css';

const NUMBERS = ['idleMinutes', 'sessionHours', 'lockTries', 'lockMinutes', 'disableUnusedDays'] as const;
type Bounded = (typeof NUMBERS)[number];

/** What was filled in. */
function readForm(form: FormData): SecurityPolicy {
  const number = (name: Bounded) => Number(form.get(name));
  return {
    passwords: PASSWORD_PROFILES.find((one) => one === form.get('passwords')) ?? 'dengbao',
    twoFactor: form.get('twoFactor') === 'required' ? 'required' : 'optional',
    idleMinutes: number('idleMinutes'),
    sessionHours: number('sessionHours'),
    lockTries: number('lockTries'),
    lockMinutes: number('lockMinutes'),
    disableUnusedDays: number('disableUnusedDays'),
  };
}

function Fields({ policy }: { policy: PolicyInForce['policy'] }) {
  const { t } = useTranslation();
  return (
    <>
      <label>
        <span>{t('policy.passwords')}</span>
        <select name="passwords" defaultValue={policy.passwords} aria-describedby="profile-hint">
          {PASSWORD_PROFILES.map((profile) => (
            <option key={profile} value={profile}>
              {t(`policy.profile.${profile}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="note" id="profile-hint">
        {t('policy.profileHint')}
      </p>
      <label>
        <span>{t('policy.twoFactor')}</span>
        <select name="twoFactor" defaultValue={policy.twoFactor}>
          <option value="optional">{t('policy.factor.optional')}</option>
          <option value="required">{t('policy.factor.required')}</option>
        </select>
      </label>
      {NUMBERS.map((name) => {
        const { minimum: min, maximum: max } = POLICY_BOUNDS[name];
        return (
          <label key={name}>
            <span>{t(`policy.${name}`, { min, max })}</span>
            <input
              name={name}
              type="number"
              inputMode="numeric"
              required
              min={min}
              max={max}
              defaultValue={policy[name]}
            />
          </label>
        );
      })}
    </>
  );
}

/** What holds for everybody who signs in: the security administrator decides. */
export function PolicyForm() {
  const { t } = useTranslation();
  const set = useSetPolicy();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    set.mutate(readForm(new FormData(event.currentTarget)));
  };
  return (
    <Answer query={useQuery(policyQuery())} lines={6}>
      {({ policy, set: isSet }) => (
        <>
          <p className="note">{t(isSet ? 'policy.decided' : 'policy.fromServer')}</p>
          <form className="session-form policy-form" onSubmit={submit}>
            <Fields policy={policy} />
            <p className="note">{t('policy.audit')}</p>
            <button type="submit" className="button button--main" disabled={set.isPending}>
              {t('policy.save')}
            </button>
            <p role="status">{set.isSuccess ? t('policy.saved') : ''}</p>
            {set.error ? <ProblemMessage error={set.error} /> : null}
          </form>
        </>
      )}
    </Answer>
  );
}

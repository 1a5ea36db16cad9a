/** What an organisation has set, as the options say it: of one setting, and of them all. */
import { useEffect, useState } from 'preact/hooks';
import { isLocked, type Policy } from '../settings/policy.ts';
import { onPolicyPacksChecked, policyPackProblems } from '../settings/policy-packs.ts';
import type { SettingKey, Settings } from '../settings/schema.ts';
import { patternProblem } from '../settings/sites.ts';
import { t } from '../ui/i18n.ts';
import { LockIcon } from '../ui/icons.tsx';
import { valueInWords } from './words.ts';

/** Says that a setting is locked, or what it is by an organisation's default; else nothing. */
export function ManagedHint({ name, policy }: { name: SettingKey; policy: Policy }) {
  if (isLocked(policy, name)) {
    return (
      <p class="managed">
        <LockIcon />
        {t('ext_locked')}
      </p>
    );
  }
  const preset: Settings[SettingKey] | undefined = policy.defaults[name];
  return preset === undefined ? null : (
    <p class="hint">{t('options_preset', valueInWords(name, preset))}</p>
  );
}

/** Patterns of sites that match nothing. */
function patternProblems({ locked, defaults }: Policy): string[] {
  return Object.entries({ locked: locked.sites, default: defaults.sites }).flatMap(
    ([word, sites = []]) =>
      sites.flatMap((pattern, i) => {
        const problem = patternProblem(pattern);
        return problem === null ? [] : [`sites.${word}[${i}]: ${problem}`];
      }),
  );
}

/** Above all sections: that some settings are managed, and what of the policy cannot be used. */
export function ManagedNotice({ policy }: { policy: Policy }) {
  const [packs, setPacks] = useState<readonly string[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    onPolicyPacksChecked(setPacks, stop.signal);
    void policyPackProblems().then((problems) => setPacks(problems ?? []));
    return () => stop.abort();
  }, []);
  const problems = [...policy.problems, ...patternProblems(policy), ...packs];
  const isManaged = Object.keys({ ...policy.locked, ...policy.defaults }).length > 0;
  if (!isManaged && problems.length === 0) return null;
  return (
    <div class="managed-notice">
      <p class="managed">
        <LockIcon />
        {t('options_managed')}
      </p>
      {problems.length > 0 && (
        <>
          <p class="warning">{t('options_managed_problems')}</p>
          <ul class="problems" dir="ltr" lang="en">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

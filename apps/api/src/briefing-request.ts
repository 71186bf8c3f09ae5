import { gatherBriefing } from '@dabiao/briefing/gather';
import type { BriefingModel } from '@dabiao/briefing/model';
import type { BriefingForm } from '@dabiao/briefing/options';
import type { BriefingBatchBody, BriefingBody } from '@dabiao/contract/briefing';
import { BRIEFING_SECTIONS, SHORT_SECTIONS } from '@dabiao/domain/briefing-section';
import { type BriefingData, type BriefingSubjectQuery, findBriefingData } from '@dabiao/store/briefing-data';
import type { User } from '@dabiao/store/users';
import type { Config } from './config.ts';
import { type Deps, defaultYear } from './deps.ts';
import { Problem } from './problem.ts';
import { visibleSubmission } from './submission-view.ts';

/** What a briefing is asked to be of. @throws Problem where it is of two things. */
export function subjectOf(body: BriefingBody): BriefingSubjectQuery {
  const { document, region, department, indicator, targets } = body;
  const asked: BriefingSubjectQuery[] = [];
  if (document !== undefined) asked.push({ scope: 'document', value: document });
  if (region !== undefined) asked.push({ scope: 'region', value: region });
  if (department !== undefined) asked.push({ scope: 'department', value: department });
  if (indicator !== undefined) asked.push({ scope: 'indicator', value: indicator });
  if (targets !== undefined) asked.push({ scope: 'targets', ids: targets });
  if (asked.length > 1) throw new Problem('briefing_scope');
  return asked[0] ?? { scope: 'whole' };
}

/** How it is asked to look; what is not said is as it is by default. */
export function formOf(body: BriefingBatchBody | BriefingBody): BriefingForm {
  const { length = 'long', sections, form = 'official', landscape = false, number = null, issuer = null } = body;
  const usual = length === 'short' ? SHORT_SECTIONS : BRIEFING_SECTIONS;
  return { form, sections: sections ?? usual, landscape, number, issuer };
}

/** The data and the model of what is asked for. */
export interface GatheredBriefing {
  data: BriefingData;
  model: BriefingModel;
}

/**
 * Judged data and what a briefing prints of them.
 * @throws Problem not_found where there is no such thing, briefing_empty where it has no targets
 */
export async function gatherAsked(
  deps: Deps,
  config: Config,
  body: BriefingBody,
  user: User,
): Promise<GatheredBriefing> {
  const { year = defaultYear(deps), lang = 'zh', submission } = body;
  const unreleased = submission === undefined ? null : await visibleSubmission(deps, submission, user);
  const data = await findBriefingData(deps.store.read, subjectOf(body), year, unreleased);
  if (!data) throw new Problem('not_found');
  if (data.targets.length === 0) throw new Problem('briefing_empty');
  const more = {
    generatedOn: deps.today(),
    demo: config.demo,
    draft: unreleased !== null,

    lang,
    form: formOf(body),
  };
  return { data, model: gatherBriefing({ ...data, ...more }) };
}

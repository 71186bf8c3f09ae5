import type { Catalogue } from '@dabiao/domain/catalogue';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Proposal } from '@dabiao/domain/proposal';
import type { Region } from '@dabiao/domain/region';
import { stringify } from 'yaml';
import { readCatalogue } from './catalogue.ts';
import { draftDocument, indicatorsFile } from './draft-document.ts';
import { measuresFile } from './draft-measures.ts';
import type { CatalogueProblem } from './problem.ts';

/** One thing that keeps a proposal from being published. */
export interface ProposalProblem {
  /** Place of the target it is about; null where it is about the document itself. */
  target: number | null;
  /** Place of the policy measure it is about; absent where it is about none. */
  measure?: number;
  /** Field of the file, e.g. `unit` of a target, `region` of the document. */
  field: string;
  message: string;
}

/** What a proposal adds to a catalogue: one document with its outline, targets and measures, new indicators, a new region. */
export type Addition = Pick<Catalogue, 'regions' | 'indicators' | 'documents' | 'clauses' | 'targets' | 'measures'>;

/** The region a document brings with it, under the nearest region of the catalogue that holds it; null where known. */
function newRegion({ document }: Proposal, regions: readonly Region[]): Region | null {
  const { region: code, regionName: name } = document;
  if (code === null || !name || regions.some((one) => one.code === code)) return null;
  const over = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
  const parent = over.find((one) => one !== code && regions.some((known) => known.code === one)) ?? null;
  return { code, name, parent, aliases: [] };
}

function toProblem({ field, message, file }: CatalogueProblem): ProposalProblem {
  const place = /^targets\[(\d+)\]\.?(.*)$/.exec(field);
  const measure = file.startsWith('measures/') ? /^measures\[(\d+)\]\.?(.*)$/.exec(field) : null;
  if (measure) return { target: null, measure: Number(measure[1]), field: measure[2] ?? '', message };
  if (place) return { target: Number(place[1]), field: place[2] ?? '', message };
  return { target: null, field: file.startsWith('documents/') ? field : `${file} ${field}`, message };
}

function missing({ document, targets, measures = [] }: Proposal): ProposalProblem[] {
  const at = (field: string, message: string): ProposalProblem => ({ target: null, field, message });
  return [
    ...(document.id === '' ? [at('id', '请给文件一个短名（小写英文字母、数字和连字符），用在网址里')] : []),
    ...(document.title.trim() === '' ? [at('title', '请填写文件标题')] : []),
    ...(document.region === null ? [at('region', '请填写文件所属地区的行政区划代码')] : []),
    ...(document.period === null ? [at('period', '请填写实施期的起止年份')] : []),
    ...targets.flatMap(({ indicator }, target) =>
      indicator.trim() === '' ? [{ target, field: 'indicator', message: '请写明指标名称，或选一个已有指标' }] : [],
    ),
    ...measures.flatMap(({ beneficiary, purpose }, measure) => [
      ...(beneficiary.trim() === '' ? [{ target: null, measure, field: 'beneficiary', message: '请写明给谁' }] : []),
      ...(purpose.trim() === '' ? [{ target: null, measure, field: 'purpose', message: '请写明因何给付' }] : []),
    ]),
  ];
}

/**
 * Checks a proposal as the files of `seeds/` are checked, beside the catalogue it is to join.
 * @returns what it adds, or null with every problem found.
 */
export function checkProposal(
  proposal: Proposal,
  known: { regions: readonly Region[]; indicators: readonly Indicator[] },
): { addition: Addition | null; problems: ProposalProblem[] } {
  const problems = missing(proposal);
  if (problems.length > 0) return { addition: null, problems };
  const region = newRegion(proposal, known.regions);
  const draft = draftDocument(proposal, known.indicators);
  const file = (path: string, content: object) => ({
    path,
    text: stringify(content, { lineWidth: 0, aliasDuplicateObjects: false }),
  });
  const measures = measuresFile(proposal);
  const read = readCatalogue([
    file('regions.yaml', { regions: region ? [...known.regions, region] : known.regions }),
    file('indicators.yaml', indicatorsFile([...known.indicators, ...draft.added])),
    file(`documents/${draft.document.id}.yaml`, draft.document),
    ...(measures ? [file(`measures/${draft.document.id}.yaml`, measures)] : []),
  ]);
  if (!read.catalogue) return { addition: null, problems: read.problems.map(toProblem) };
  const { documents, clauses, targets, measures: granted } = read.catalogue;
  return {
    addition: {
      regions: region ? [region] : [],
      indicators: draft.added,
      documents,
      clauses,
      targets,
      measures: granted,
    },
    problems: [],
  };
}

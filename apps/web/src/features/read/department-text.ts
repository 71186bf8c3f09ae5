import type { CandidateEdit } from '@dabiao/contract/reading';

type Departments = CandidateEdit['departments'];
type Role = Departments[number]['role'];

/** The names of one role as one line to edit. */
export const namesOf = (departments: Departments, role: Role): string =>
  departments
    .filter((one) => one.role === role)
    .map(({ name }) => name)
    .join('、');

/** Departments out of two lines of names. */
export function departmentsIn({ lead, responsible }: { lead: string; responsible: string }): Departments {
  const split = (names: string, role: Role) =>
    names
      .split(/[、，,；;\s]+/)
      .filter((name) => name !== '')
      .map((name) => ({ name, role }));
  return [...split(lead, 'lead'), ...split(responsible, 'responsible')];
}

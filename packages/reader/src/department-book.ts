import type { TargetDepartment } from '@dabiao/domain/target';
import type { Clause } from './outline.ts';

interface Mark {
  place: number;
  departments: TargetDepartment[];
}

/** Who answers where: lines and brackets of departments by clause, and which clause each finding stands in. */
export class DepartmentBook {
  private readonly marks = new Map<Clause, Mark[]>();
  private readonly clauses: Clause[] = [];

  add(clause: Clause, place: number, departments: TargetDepartment[]): void {
    const marks = this.marks.get(clause) ?? [];
    const last = marks.at(-1);
    // 牵头部门 and 责任部门 may stand on two lines that follow each other
    if (
      last &&
      place - last.place < 160 &&
      last.departments.every(({ role }) => role === 'lead') &&
      departments.every(({ role }) => role !== 'lead')
    )
      last.departments.push(...departments);
    else marks.push({ place, departments: [...departments] });
    this.marks.set(clause, marks);
  }

  note(index: number, clause: Clause): void {
    this.clauses[index] = clause;
  }

  /**
   * Departments for a finding: the first mark after it in its clause, otherwise the last before it, otherwise those
   * of the clause above, since a box or a list under a clause inherits its departments.
   */
  departmentsOf(index: number, place: number): TargetDepartment[] {
    return this.departmentsAt(this.clauses[index] ?? null, place);
  }

  /** Departments for what stands at a place in a clause, as for a finding. */
  departmentsAt(at: Clause | null, place: number): TargetDepartment[] {
    for (let clause = at; clause && clause.level > 0; clause = clause.parent) {
      const marks = this.marks.get(clause);
      const mark = marks?.find((one) => one.place >= place) ?? marks?.at(-1);
      if (mark) return mark.departments;
    }
    return [];
  }
}

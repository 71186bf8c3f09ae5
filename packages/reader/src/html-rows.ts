/** No cell of a page spans more; one that says so is made to exhaust whoever reads it. */
const MOST_COLUMNS = 60;
const MOST_ROWS = 1_000;

type Attributes = Readonly<Record<string, string>>;

const spanned = (said: string | undefined, most: number): number => Math.min(Math.max(Number(said) || 1, 1), most);

/**
 * Where the cells of one table stand: a cell that spans columns or rows leaves the places it covers empty, so that what
 * stands under a head keeps to its column.
 */
class Grid {
  private column = 0;
  /** Tabs written in this row. */
  private written = 0;
  /** For how many rows more a column is covered from above. */
  private readonly covered: number[] = [];

  row(): void {
    // what nothing came to stand in was covered in the last row all the same
    for (let at = this.column; at < this.covered.length; at += 1) this.uncover(at);
    this.column = 0;
    this.written = 0;
  }

  /** @returns the tabs before the cell */
  cell({ colspan, rowspan }: Attributes): string {
    // a table so wide is made to exhaust whoever reads it: its cells stand side by side
    while ((this.covered[this.column] ?? 0) > 0 && this.column < MOST_COLUMNS) {
      this.uncover(this.column);
      this.column += 1;
    }
    const tabs = this.column - this.written;
    this.written = this.column;
    const right = this.column < MOST_COLUMNS ? this.column + spanned(colspan, MOST_COLUMNS) : this.column + 1;
    for (; this.column < right; this.column += 1)
      if (this.column < MOST_COLUMNS) this.covered[this.column] = spanned(rowspan, MOST_ROWS) - 1;
    return '\t'.repeat(tabs);
  }

  private uncover(column: number): void {
    this.covered[column] = Math.max((this.covered[column] ?? 0) - 1, 0);
  }
}

/** The tables of a page, one in another: what to write before a cell. */
export class HtmlTables {
  /** The last is the innermost; the first is for cells that stand in no table. */
  private readonly grids: Grid[] = [new Grid()];

  open(name: string, attributes: Attributes): string {
    if (name === 'table') this.grids.push(new Grid());
    const grid = this.grids.at(-1);
    if (name === 'tr') grid?.row();
    return grid && (name === 'td' || name === 'th') ? grid.cell(attributes) : '';
  }

  close(name: string): void {
    if (name === 'table' && this.grids.length > 1) this.grids.pop();
  }
}

import './clauses.css';

/** Parts of a sentence, cut after each comma and colon; the space that follows belongs to none of them. */
export function clausesOf(sentence: string): string[] {
  return sentence.split(/(?<=[，：；])(?=.)|(?<=[,:;]) /u);
}

/** A sentence in large type, broken between its clauses where they fit into a line: never 67 on one and 项 on the next. */
export function Clauses({ sentence }: { sentence: string }) {
  const clauses = clausesOf(sentence);
  const spaced = clauses.join('').length < sentence.length;
  return clauses.map((clause, index) => {
    const key = `${index}-${clause}`;
    return (
      <span key={key}>
        {index > 0 && spaced ? ' ' : ''}
        <span className="clause">{clause}</span>
      </span>
    );
  });
}

import { type Kysely, sql } from 'kysely';

/** 012: what is wrong with an uploaded figure, in English as well. */
export const englishProblems = {
  number: 12,
  name: 'english problems',
  async up<T>(db: Kysely<T>): Promise<void> {
    await sql`alter table submission_problem add column message_en text`.execute(db);
  },
};
